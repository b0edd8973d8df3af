"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { SignInState } from "@/lib/auth/actions";
import { signInProblems } from "@/components/auth/sign-in-problems";

type SignInFormProps = {
  action: (previous: SignInState | null, form: FormData) => Promise<SignInState>;
  /** Where to go afterwards. */
  next?: string;
  loginLabel: string;
};

/** Without JavaScript it is a plain form: the server renders the same errors. */
export function SignInForm({ action, next, loginLabel }: SignInFormProps) {
  const [state, submit] = useActionState(action, null);
  const errors = state?.ok === false ? (state.fieldErrors ?? {}) : {};
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <ErrorSummary title="Не удалось войти" problems={signInProblems(state)} />
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <TextInput
        name="login"
        label={loginLabel}
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state?.login}
        error={errors.login}
        required
      />
      <TextInput name="password" type="password" label="Пароль" autoComplete="current-password" error={errors.password} required />
      <SubmitButton pendingText="Входим…" className="w-full">Войти</SubmitButton>
    </form>
  );
}
