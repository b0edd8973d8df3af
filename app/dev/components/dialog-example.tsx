"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export function DialogExample() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Открыть окно</Button>
      <Dialog
        open={open}
        onClose={close}
        title="Заменить показания за ноябрь?"
        actions={
          <>
            <Button onClick={close}>Оставить прежние</Button>
            <Button variant="primary" onClick={close}>
              Заменить
            </Button>
          </>
        }
      >
        <p>Переданные 19.11.2026 значения останутся в истории.</p>
      </Dialog>
    </>
  );
}
