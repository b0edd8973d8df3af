"use client";

import { Download } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { UploadProgress } from "@/components/readings/upload-progress";
import { useUploadFile } from "@/components/readings/use-upload-file";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ComboBox } from "@/components/ui/combo-box";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { FileDrop } from "@/components/ui/file-drop";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { REGISTER_FILE } from "@/lib/readings/constants";
import { describeAccess } from "@/lib/readings/rules/describe-upload";
import type { UploadContract } from "@/lib/readings/types";

type UploadFormProps = {
  contracts: readonly UploadContract[];
  /** Number of the contract chosen already. */
  chosen: string | undefined;
  /** Why a file sent without JavaScript was refused. */
  refused: string | undefined;
};

const NONE: FieldProblem[] = [];
const KINDS = [{ value: "registers", label: "Интегральные по договору" }];

export function UploadForm({ contracts, chosen, refused }: UploadFormProps) {
  const router = useRouter();
  const [number, setNumber] = useState(chosen ?? "");
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const { phase, send, cancel } = useUploadFile({
    onReady: (id) => router.push(`/readings/upload/${id}` as Route),
    onFailed: (message) => complain([{ id: "file", message }]),
  });
  function complain(found: FieldProblem[]) {
    setProblems(found);
    setTouched([]);
  }
  const contract = contracts.find((candidate) => candidate.number === number);
  const isOpen = contract === undefined || contract.window?.state === "open";
  const address = `/api/uploads/readings?contract=${number}`;
  // The summary keeps its list, because a new one would take the focus; a field forgets its problem as soon as it changes.
  const open = problems.filter(({ id }) => !touched.includes(id));
  const problemOf = (id: string) => open.find((problem) => problem.id === id)?.message;
  const touch = (id: string) => setTouched([...touched, id]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found: FieldProblem[] = [];
    if (contract === undefined) found.push({ id: "contract", message: "Выберите договор" });
    if (file === null) found.push({ id: "file", message: "Выберите файл с показаниями" });
    complain(found);
    if (file === null || found.length > 0) return;
    const form = new FormData();
    form.set("file", file);
    send(address, form);
  };

  return (
    <form method="post" action={address} encType="multipart/form-data" onSubmit={submit} className="flex flex-col gap-4">
      <ErrorSummary title="Файл не загружен" problems={open.length === 0 ? NONE : problems} />
      {refused !== undefined && problems.length === 0 && <Notice tone="error">{refused}</Notice>}
      <ComboBox
        name="contract"
        label="Договор"
        placeholder="Цифры номера или буквы названия"
        options={contracts.map(({ number: value, clientName }) => ({ value, label: `${value} · ${clientName}` }))}
        defaultValue={chosen}
        error={problemOf("contract")}
        onChoice={(choice) => {
          setNumber(choice);
          touch("contract");
        }}
      />
      {contract !== undefined && (
        <p role="status" className={isOpen ? "text-muted" : "text-danger"}>
          {describeAccess(contract.month, contract.window)}
        </p>
      )}
      <Select name="kind" label="Тип показаний" options={KINDS} defaultValue="registers" />
      {contract !== undefined && contract.month !== null && (
        <div>
          <a className={buttonClass("secondary", "max-sm:w-full max-sm:px-2")} href={`/api/downloads/register-template?contract=${number}`} download>
            <Download aria-hidden="true" />
            Шаблон интегральных показаний
          </a>
        </div>
      )}
      {isOpen && (
        <>
          <FileDrop
            name="file"
            label="Выберите файл или перетащите его сюда"
            hint="Заполненный шаблон .xlsx или .xls, до 10 МБ"
            accept=".xlsx,.xls"
            maxBytes={REGISTER_FILE.maxBytes}
            error={problemOf("file")}
            onFile={(next) => {
              setFile(next);
              touch("file");
            }}
          />
          <UploadProgress phase={phase} onCancel={cancel} />
          <div>
            <Button type="submit" variant="primary" pending={phase !== null} className="max-sm:w-full">
              Загрузить и проверить
            </Button>
          </div>
          <p className="text-sm text-muted">Сначала вы увидите, что будет передано и какие строки с ошибкой. До подтверждения ничего не передаётся</p>
        </>
      )}
    </form>
  );
}
