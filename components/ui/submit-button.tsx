"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";

type SubmitButtonProps = {
  children: ReactNode;
  /** Replaces the text while the form is on its way: «Отправляем…». */
  pendingText?: string;
  variant?: ButtonVariant;
  className?: string;
};

/** The button of a `<form action={…}>`: it ignores the second click by itself. */
export function SubmitButton({ children, pendingText, variant = "primary", className }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      pending={pending}
      className={className}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending && pendingText !== undefined ? pendingText : children}
    </Button>
  );
}
