"use server";

import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/types";
import { declineRefund } from "@/lib/payments/commands/decline-refund";
import { approveRefund, startRefund } from "@/lib/payments/process/refund";
import { describeApprovalRefusal, describeRefundRefusal, describeStaffFailure } from "@/lib/payments/rules/describe-staff-failure";
import { approveRefundSchema, declineRefundSchema, refundFormSchema } from "@/lib/payments/schema/staff-form";
import type { ApprovalOutcome, RefundOutcome, StaffFormState } from "@/lib/payments/types";

const start = staffAction(
  { schema: refundFormSchema, limit: "action", permission: "payments.refund" },
  async (scope, { payment, amount, reason, clientKey }): Promise<ActionResult<RefundOutcome>> => {
    const outcome = await startRefund(scope, { paymentId: payment, amount, reason, clientKey });
    return outcome.kind === "missing" ? { ok: false, code: "missing" } : { ok: true, data: outcome };
  },
);

const given = (outcome: ApprovalOutcome): ActionResult<ApprovalOutcome> =>
  outcome.kind === "missing" ? { ok: false, code: "missing" } : { ok: true, data: outcome };

const approve = staffAction({ schema: approveRefundSchema, limit: "action", permission: "payments.approve" }, async (scope, { refund }) =>
  given(await approveRefund(scope, refund)),
);

const decline = staffAction({ schema: declineRefundSchema, limit: "action", permission: "payments.approve" }, async (scope, { refund, reason }) =>
  given(await declineRefund(scope, refund, reason)),
);

function reader(form: FormData): (name: string) => string {
  return (name) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
}

/** «Вернуть деньги»: below the limit at once, from it on after a second person. */
export async function refundAction(_previous: StaffFormState | null, form: FormData): Promise<StaffFormState> {
  const text = reader(form);
  const values = { amount: text("amount"), reason: text("reason"), clientKey: text("clientKey") };
  const number = text("number");
  const result = await start({ contract: text("contract"), payment: text("payment"), number, ...values });
  if (!result.ok) return refused(result, values);
  const outcome = result.data;
  if (outcome.kind === "accepted") redirect(`/staff/payments/${number}?done=refund` as Route);
  if (outcome.kind === "missing") return refused({ code: "missing" }, values);
  if (outcome.kind === "reused_key") {
    return { ok: false, code: "reused_key", message: describeRefundRefusal(outcome), fieldErrors: {}, values: { ...values, clientKey: randomUUID() } };
  }
  return { ok: false, code: "too_much", message: null, fieldErrors: { amount: describeRefundRefusal(outcome) }, values };
}

/** The second person agrees. */
export async function approveRefundAction(_previous: StaffFormState | null, form: FormData): Promise<StaffFormState> {
  const text = reader(form);
  const number = text("number");
  const result = await approve({ contract: text("contract"), payment: text("payment"), number, refund: text("refund") });
  return decided(result, number, "approved", {});
}

/** The refund is not made, with a reason. */
export async function declineRefundAction(_previous: StaffFormState | null, form: FormData): Promise<StaffFormState> {
  const text = reader(form);
  const number = text("number");
  const reason = text("reason");
  const result = await decline({ contract: text("contract"), payment: text("payment"), number, refund: text("refund"), reason });
  return decided(result, number, "declined", { reason });
}

function decided(result: ActionResult<ApprovalOutcome>, number: string, done: string, values: Record<string, string>): StaffFormState {
  if (!result.ok) return refused(result, values);
  if (result.data.kind === "same_person") return { ok: false, code: "same_person", message: describeApprovalRefusal(), fieldErrors: {}, values };
  redirect(`/staff/payments/${number}?done=${done}` as Route);
}

type Refused = Pick<Extract<ActionResult<never>, { ok: false }>, "code" | "fieldErrors" | "retryAfterSeconds">;

function refused({ code, fieldErrors = {}, retryAfterSeconds }: Refused, values: Record<string, string>): StaffFormState {
  return { ok: false, code, message: describeStaffFailure(code, retryAfterSeconds), fieldErrors, values };
}
