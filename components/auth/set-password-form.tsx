"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { setPasswordAction } from "@/lib/auth/actions";

const FAILURES: Record<string, string> = {
  missing: "Ссылка уже использована или устарела. Попросите новую у администратора",
  too_many: "Слишком много попыток. Попробуйте через несколько минут",
};

export function SetPasswordForm({ token }: { token: string }) {
  const [state, submit] = useActionState(setPasswordAction, null);
  const failed = state?.ok === false ? state : null;
  const errors = failed?.fieldErrors ?? {};
  const general = failed !== null && failed.code !== "invalid" ? (FAILURES[failed.code] ?? "Не получилось. Попробуйте ещё раз") : null;
  const problems = general === null ? Object.entries(errors).map(([id, message]) => ({ id, message })) : [{ id: "password", message: general }];
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <ErrorSummary title="Пароль не сохранён" problems={problems} />
      <input type="hidden" name="token" value={token} />
      <TextInput
        name="password"
        type="password"
        label="Новый пароль"
        autoComplete="new-password"
        hint="От 8 знаков: заглавные и строчные латинские буквы и цифры, без пробелов"
        error={errors.password}
        required
      />
      <TextInput name="repeat" type="password" label="Ещё раз" autoComplete="new-password" error={errors.repeat} required />
      <SubmitButton pendingText="Сохраняем…">Сохранить пароль</SubmitButton>
    </form>
  );
}
