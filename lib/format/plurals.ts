/** День, дня, дней. */
export type PluralForms = readonly [one: string, few: string, many: string];

export function pluralOf(count: number, [one, few, many]: PluralForms): string {
  const tail = Math.abs(count) % 100;
  const last = tail % 10;
  if (tail > 10 && tail < 20) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

/** `30 дней`, kept on one line. */
export function countOf(count: number, forms: PluralForms): string {
  return `${count}\u00a0${pluralOf(count, forms)}`;
}
