"use client";

import { X } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
};

/** The browser's own modal dialog: it keeps focus inside, closes on Escape and gives focus back. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (open) box.current?.showModal();
    else box.current?.close();
  }, [open]);

  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg">
              {title}
            </h2>
            <Button variant="quiet" iconOnly aria-label="Закрыть" className="-mt-2 -mr-2" onClick={onClose}>
              <X aria-hidden="true" />
            </Button>
          </div>
          {children}
          {actions !== undefined && <div className="mt-6 flex flex-wrap justify-end gap-3 max-sm:*:flex-1">{actions}</div>}
        </>
      )}
    </dialog>
  );
}
