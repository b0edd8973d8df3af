"use client";

import { useActionState } from "react";
import { ErrorSummary, type FieldProblem } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";

const PROBLEM: FieldProblem = { id: "login", message: "Введите электронную почту" };

async function check(_before: readonly FieldProblem[], form: FormData): Promise<readonly FieldProblem[]> {
  await new Promise((done) => setTimeout(done, 400));
  return form.get("login") === "" ? [PROBLEM] : [];
}

/** A failed form: the summary takes focus and leads to the field. */
export function FormExample() {
  const [problems, send] = useActionState(check, []);
  return (
    <form action={send} className="flex max-w-sm flex-col gap-4" noValidate>
      <ErrorSummary problems={problems} />
      <TextInput name="login" label="Почта или телефон" error={problems[0]?.message} autoComplete="username" />
      <SubmitButton pendingText="Проверяем…">Войти</SubmitButton>
    </form>
  );
}
