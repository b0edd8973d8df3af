"use server";

import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contractAction } from "@/lib/auth/action";
import type { ActionFailure, ActionResult } from "@/lib/auth/types";
import { countOf } from "@/lib/format/plurals";
import { PAYMENT_RETURN_PATH } from "@/lib/payments/constants";
import { startPayment } from "@/lib/payments/process/start-payment";
import { describeRefusal } from "@/lib/payments/rules/describe-refusal";
import { payFormSchema } from "@/lib/payments/schema/pay-form";
import type { PayFormValues, PayState, StartOutcome } from "@/lib/payments/types";
import { env } from "@/lib/platform/env";

const start = contractAction(
  { schema: payFormSchema, limit: "action", permission: "payments.make" },
  async (scope, { bills, way, contract: _, ...rest }): Promise<ActionResult<StartOutcome>> => {
    const saved = way.startsWith("card:") ? way.slice("card:".length) : undefined;
    const outcome = await startPayment(scope, {
      ...rest,
      method: way === "new_card" || way === "sbp" ? way : "saved_card",
      ...(saved !== undefined && { savedCardId: saved }),
      saveCard: rest.saveCard && way === "new_card",
      billIds: bills.map(({ id }) => id),
      shownDue: Object.fromEntries(bills.map(({ id, due }) => [id, due])),
    });
    return { ok: true, data: outcome };
  },
);

/** «Перейти к оплате». A plain form post works too; a script, which names itself, follows the address by itself. */
export async function payAction(_previous: PayState | null, form: FormData): Promise<PayState> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const values: PayFormValues = {
    clientKey: text("clientKey"),
    amount: text("amount"),
    way: text("way"),
    saveCard: text("saveCard") !== "",
    receiptEmail: text("receiptEmail"),
    purpose: text("purpose"),
  };
  const bills = form.getAll("bill").filter((value) => typeof value === "string");
  const result = await start({ ...values, contract: text("contract"), bills });
  if (!result.ok) return refused(result, values);
  const outcome = result.data;
  if (outcome.kind === "started") {
    const bank = outcome.status === "awaiting_user" ? outcome.confirmationUrl : null;
    if (text("script") !== "") return { ok: true, data: { kind: "go", url: bank ?? `${PAYMENT_RETURN_PATH}/${outcome.paymentId}` } };
    // The content policy lets a form lead only to this site, so the page of the payment leads on.
    redirect(`/payments/result/${outcome.paymentId}${bank === null ? "" : "?to=bank"}` as Route);
  }
  revalidatePath("/payments", "layout");
  const clientKey = outcome.kind === "reused_key" ? randomUUID() : values.clientKey;
  const message = describeRefusal(outcome, env.supplierTimeZone);
  return { ok: false, code: outcome.kind, message, fieldErrors: {}, values: { ...values, clientKey } };
}

function refused({ code, fieldErrors = {}, retryAfterSeconds }: ActionFailure, values: PayFormValues): PayState {
  return { ok: false, code, message: failureMessage(code, retryAfterSeconds), fieldErrors, values };
}

function failureMessage(code: ActionFailure["code"], retryAfterSeconds = 60): string | null {
  switch (code) {
    case "invalid":
      return null;
    case "signed_out":
      return "Вы вышли из кабинета. Деньги не списаны: войдите снова и повторите оплату";
    case "too_many":
      return `Слишком много попыток подряд. Повторите через ${countOf(retryAfterSeconds, ["секунду", "секунды", "секунд"])}`;
    case "forbidden":
    case "missing":
      return "У вас больше нет права платить по этому договору. Права даёт администратор договора";
    case "conflict":
    case "closed":
    case "failed":
      return "Платёж не начат. Обновите страницу и повторите";
  }
}
