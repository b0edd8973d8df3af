export type ComboOption = { value: string; label: string; detail?: string };

function folded(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}

/** Every typed word must occur somewhere in the option, in any order: «завод 0011» finds the contract. */
export function matchOptions(options: readonly ComboOption[], query: string): ComboOption[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return options.filter((option) => {
    const text = folded(`${option.label} ${option.detail ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}
