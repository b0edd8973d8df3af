import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const HEROUI_VARIANT: Record<ButtonVariant, string> = {
  primary: "button--primary",
  secondary: "button--outline",
  quiet: "button--ghost",
  danger: "button--danger",
};

export function buttonClass(variant: ButtonVariant = "secondary", className?: string): string {
  return clsx("button", HEROUI_VARIANT[variant], className);
}
