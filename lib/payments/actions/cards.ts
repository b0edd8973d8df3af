"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { clientAction } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/types";
import { removeCard } from "@/lib/payments/commands/remove-card";
import { checkCardLink } from "@/lib/payments/process/check-card-link";
import { startCardLink } from "@/lib/payments/process/link-card";
import { startedSchema } from "@/lib/payments/schema/pay-form";
import type { StartedCardLink } from "@/lib/payments/types";

const start = clientAction({ schema: startedSchema, limit: "action" }, async (actor, { id }): Promise<ActionResult<StartedCardLink>> => {
  return { ok: true, data: await startCardLink(actor, { clientKey: id }) };
});

const remove = clientAction({ schema: startedSchema, limit: "action" }, async (actor, { id }): Promise<ActionResult<null>> => {
  const removed = await removeCard(actor, id);
  revalidatePath("/cards");
  return removed ? { ok: true, data: null } : { ok: false, code: "missing" };
});

/** The page of a card that is being added asks the bank again and shows what is known. */
export const checkCardLinkAction = clientAction({ schema: startedSchema, limit: "action" }, async (actor, { id }): Promise<ActionResult<null>> => {
  if (!(await checkCardLink(actor, id))) return { ok: false, code: "missing" };
  revalidatePath("/cards");
  return { ok: true, data: null };
});

function idIn(form: FormData): string {
  const id = form.get("id");
  return typeof id === "string" ? id : "";
}

/** «Добавить карту»: `id` is the client key. The page of cards leads on to the bank, which a form may not do itself. */
export async function addCardAction(form: FormData): Promise<void> {
  const result = await start({ id: idIn(form) });
  if (!result.ok) redirect((result.code === "signed_out" ? "/login?next=/cards" : "/cards?failed=1") as Route);
  const { linkId, status } = result.data;
  redirect(`/cards?link=${linkId}${status === "awaiting_user" ? "&to=bank" : ""}` as Route);
}

export async function removeCardAction(form: FormData): Promise<void> {
  const result = await remove({ id: idIn(form) });
  if (result.ok) redirect("/cards?removed=1");
  redirect((result.code === "signed_out" ? "/login?next=/cards" : "/cards") as Route);
}
