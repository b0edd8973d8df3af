"use client";

import { useState } from "react";
import { RemoveCardForm } from "@/components/cards/remove-card-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type RemoveCardProps = { id: string; name: string };

/** Asks before it removes: in a dialog, or without a script on the page itself. */
export function RemoveCard({ id, name }: RemoveCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <form method="get" action="/cards">
        <input type="hidden" name="remove" value={id} />
        <Button
          type="submit"
          variant="quiet"
          onClick={(event) => {
            event.preventDefault();
            setOpen(true);
          }}
        >
          Удалить<span className="sr-only"> карту {name}</span>
        </Button>
      </form>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Удалить карту ${name}?`}>
        <RemoveCardForm id={id} cancel={<Button onClick={() => setOpen(false)}>Оставить</Button>} />
      </Dialog>
    </>
  );
}
