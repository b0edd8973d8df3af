import type { KeyboardEvent } from "react";

function entriesOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[data-entry]")];
}

/** Down the column by Enter and arrows; a folded facility opens, and after the last field comes the button. */
export function moveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, target, currentTarget: form } = event;
  const step = key === "Enter" || key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(target instanceof HTMLInputElement) || target.dataset.entry === undefined) return;
  event.preventDefault();
  const entries = entriesOf(form);
  const next = entries[entries.indexOf(target) + step];
  if (next) {
    next.closest("details")?.setAttribute("open", "");
    next.focus();
    next.select();
  } else if (step > 0) {
    form.querySelector<HTMLButtonElement>("button[type=submit]")?.focus();
  }
}
