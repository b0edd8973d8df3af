import { THEMES, type Theme } from "@/lib/theme/constants";

/** A cookie or a form field can hold anything; whatever is not a theme means «as in the system». */
export function parseTheme(value: unknown): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
