/** Roubles as the bank writes them, "1116218.00", and as it counts them, in kopecks. */
export const toKopecks = (value: string): bigint => BigInt(value.replace(".", ""));

export function toValue(kopecks: bigint): string {
  const digits = kopecks.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1116218.00" → "1 116 218,00 ₽" with spaces that do not break. */
export function forPeople(value: string): string {
  const [roubles = "0", kopecks = "00"] = value.split(".");
  return `${roubles.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${kopecks}\u00a0₽`;
}
