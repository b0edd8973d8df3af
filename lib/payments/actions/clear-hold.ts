"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { staffAction } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/types";
import { clearHold } from "@/lib/payments/commands/clear-hold";
import { describeStaffFailure } from "@/lib/payments/rules/describe-staff-failure";
import { clearHoldSchema } from "@/lib/payments/schema/staff-form";
import type { StaffFormState } from "@/lib/payments/types";

const clear = staffAction(
  { schema: clearHoldSchema, limit: "action", permission: "payments.release" },
  async (scope, { payment, reason, then, number }): Promise<ActionResult<string>> =>
    (await clearHold(scope, payment, reason, then)) ? { ok: true, data: number } : { ok: false, code: "missing" },
);

/** Staff looked at a held payment: it goes on, or ends without money, by the button that was pressed. */
export async function clearHoldAction(_previous: StaffFormState | null, form: FormData): Promise<StaffFormState> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const reason = text("reason");
  const then = text("then") === "close" ? "close" : "recheck";
  const result = await clear({ contract: text("contract"), payment: text("payment"), number: text("number"), reason, then });
  if (result.ok) redirect(`/staff/payments/${result.data}?done=${then}` as Route);
  const { code, fieldErrors = {}, retryAfterSeconds } = result;
  return { ok: false, code, message: describeStaffFailure(code, retryAfterSeconds), fieldErrors, values: { reason } };
}
