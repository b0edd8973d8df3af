const KILO = 1024;

/** «820 Б», «1,4 КБ», «10 МБ». */
export function fileSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} Б`;
  const [value, unit] = bytes < KILO * KILO ? [bytes / KILO, "КБ"] : [bytes / KILO / KILO, "МБ"];
  return `${value.toLocaleString("ru-RU", { maximumFractionDigits: 1 })} ${unit}`;
}
