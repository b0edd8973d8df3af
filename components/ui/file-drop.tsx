"use client";

import { FileSpreadsheet, Upload } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { fieldControlProps } from "@/components/ui/field";
import { fileSize } from "@/components/ui/file-size";

type FileDropProps = {
  name: string;
  /** «Выберите файл или перетащите его сюда». */
  label: string;
  hint: string;
  /** Endings for the chooser, «.xlsx,.xls»; the server judges by content. */
  accept: string;
  maxBytes: number;
  error?: string;
  onFile?: (file: File | null) => void;
};

/** A native file input under a drop zone; what is dropped lands in the input, so the form sends it as usual. */
export function FileDrop({ name, label, hint, accept, maxBytes, error, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const tooBig = file !== null && file.size > maxBytes;
  const message = tooBig ? `Файл больше ${fileSize(maxBytes)}. Разделите его на части` : error;

  const take = (next: File | null) => {
    setFile(next);
    onFile?.(next !== null && next.size <= maxBytes ? next : null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped === undefined || input.current === null) return;
    const transfer = new DataTransfer();
    transfer.items.add(dropped);
    input.current.files = transfer.files;
    take(dropped);
  };
  const remove = () => {
    if (input.current !== null) {
      input.current.value = "";
      input.current.focus();
    }
    take(null);
  };

  return (
    <div className="field">
      <label
        className="file-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Upload className="text-muted" aria-hidden="true" />
        <span className="font-medium">{label}</span>
        <span id={`${name}-hint`} className="text-sm text-muted">
          {hint}
        </span>
        <input
          ref={input}
          type="file"
          name={name}
          accept={accept}
          className="sr-only"
          {...fieldControlProps(name, { hint, error: message })}
          onChange={(event) => take(event.target.files?.[0] ?? null)}
        />
      </label>
      {file !== null && (
        <div className="flex items-center gap-3" role="status">
          <FileSpreadsheet className="text-muted" aria-hidden="true" />
          <span className="min-w-0 flex-1">
            {file.name} <span className="text-sm whitespace-nowrap text-muted">{fileSize(file.size)}</span>
          </span>
          <Button variant="quiet" onClick={remove}>
            Убрать
          </Button>
        </div>
      )}
      {message !== undefined && (
        <p id={`${name}-error`} className="field__error" role="alert">
          {message}
        </p>
      )}
    </div>
  );
}
