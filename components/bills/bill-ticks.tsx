"use client";

import { createContext, useContext, useRef, useState, type ReactNode } from "react";
import { allBillsId } from "@/components/bills/all-bills-id";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { formatMoney } from "@/lib/format/money";

type Ticked = { count: number; sum: bigint; whole: boolean };

const TickedContext = createContext<Ticked | null>(null);

type BillTicksProps = { contract: string; label: string; children: ReactNode };

/** A plain form that leads to «Реквизиты оплаты» with the ticked documents; the script only counts them and ticks all at once. */
export function BillTicks({ contract, label, children }: BillTicksProps) {
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState<Ticked | null>(null);

  const onChange = (target: EventTarget) => {
    const boxes = [...(form.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:enabled') ?? [])];
    const all = boxes.find(({ id }) => id === allBillsId(contract));
    const bills = boxes.filter((box) => box !== all);
    if (target === all) for (const box of bills) box.checked = all?.checked ?? false;
    const chosen = bills.filter(({ checked }) => checked);
    const whole = chosen.length === bills.length;
    if (all !== undefined) {
      all.checked = whole;
      all.indeterminate = !whole && chosen.length > 0;
    }
    const sum = chosen.reduce((total, { dataset }) => total + BigInt(dataset.due ?? "0"), 0n);
    setTicked({ count: chosen.length, sum, whole });
  };

  return (
    <form ref={form} action="/payments/pay" className="card" aria-label={label} autoComplete="off" onChange={({ target }) => onChange(target)}>
      <input type="hidden" name="contract" value={contract} />
      {/* Tells a form without a tick, which is a prepayment, from a link to the whole debt. */}
      <input type="hidden" name="bills" value="" />
      <TickedContext value={ticked}>{children}</TickedContext>
    </form>
  );
}

export function AllBills({ contract }: { contract: string }) {
  return (
    <span className="checkbox needs-script">
      <input type="checkbox" id={allBillsId(contract)} defaultChecked />
    </span>
  );
}

type TickedTotalProps = { total: bigint; variant: ButtonVariant };

/** «К оплате» of what is ticked, and the button of the form. */
export function TickedTotal({ total, variant }: TickedTotalProps) {
  const ticked = useContext(TickedContext);
  const whole = ticked === null || ticked.whole;
  const none = ticked?.count === 0;
  return (
    <>
      <p className="sm:text-right" role="status">
        <span className="block text-sm text-muted">{whole ? "К оплате" : none ? "Документы не выбраны" : "Выбрано к оплате"}</span>
        <span className="text-xl font-semibold whitespace-nowrap">{formatMoney(whole ? total : ticked.sum)}</span>
      </p>
      <Button type="submit" variant={variant}>
        {none ? "Внести предоплату" : "Оплатить"}
      </Button>
    </>
  );
}
