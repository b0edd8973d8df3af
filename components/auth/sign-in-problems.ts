import type { FieldProblem } from "@/components/ui/error-summary";
import { countOf } from "@/lib/format/plurals";
import type { SignInState } from "@/lib/auth/actions";

/** One wording for an unknown address and a wrong password, so that nobody learns who has an account. */
export function signInProblems(state: SignInState | null): FieldProblem[] {
  if (state === null || state.ok) return [];
  if (state.code === "invalid") {
    return Object.entries(state.fieldErrors ?? {}).map(([id, message]) => ({ id, message }));
  }
  if (state.code === "too_many") {
    const minutes = countOf(Math.ceil((state.retryAfterSeconds ?? 60) / 60), ["минуту", "минуты", "минут"]);
    return [{ id: "password", message: `Слишком много попыток. Попробуйте через ${minutes}` }];
  }
  return [{ id: "login", message: "Неверный e-mail, логин или пароль. Проверьте раскладку и клавишу Caps Lock" }];
}
