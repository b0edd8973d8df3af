import clsx from "clsx";
import type { ComponentProps } from "react";
import { buttonClass, type ButtonVariant } from "@/components/ui/button-class";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Shows a spinner and stops the pointer; the button keeps focus, which `disabled` would lose. */
  pending?: boolean;
  /** Square; give it an `aria-label`. */
  iconOnly?: boolean;
};

export function Button({ variant, pending = false, iconOnly = false, type = "button", className, children, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(buttonClass(variant, className), iconOnly && "button--icon-only")}
      data-pending={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {pending && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
