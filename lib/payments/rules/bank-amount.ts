/** Kopecks as the bank writes them: `1116218.00`. */
export function toBankAmount(kopecks: bigint): string {
  const digits = kopecks.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The text was checked before: digits, a dot, two digits. */
export function fromBankAmount(value: string): bigint {
  return BigInt(value.replace(".", ""));
}
