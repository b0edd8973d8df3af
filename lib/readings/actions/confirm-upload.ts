"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { clientAction } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/types";
import { listScopes } from "@/lib/auth/scope";
import { confirmUpload, refreshUpload } from "@/lib/readings/process";
import { uploadSchema } from "@/lib/readings/schema";
import type { ConfirmOutcome, UploadOutcome } from "@/lib/readings/types";

const confirm = clientAction({ schema: uploadSchema, limit: "action" }, async (actor, { id }) => {
  const outcome = await confirmUpload(listScopes(actor, "readings.submit"), id);
  if (outcome.kind === "missing") return { ok: false, code: "missing" };
  // The cached pages of the browser show the old values.
  if (outcome.kind === "saved") revalidatePath("/readings", "layout");
  return { ok: true, data: outcome };
});

const refresh = clientAction({ schema: uploadSchema, limit: "upload" }, async (actor, { id }) => {
  const outcome = await refreshUpload(listScopes(actor, "readings.submit"), id);
  return outcome.kind === "missing" ? { ok: false, code: "missing" } : { ok: true, data: outcome };
});

function idIn(form: FormData): string {
  const id = form.get("id");
  return typeof id === "string" ? id : "";
}

export type ConfirmState = ActionResult<ConfirmOutcome>;
export type RefreshState = ActionResult<UploadOutcome>;

/** Sends what a preview shows. A plain form post works too. */
export async function confirmUploadAction(_previous: ConfirmState | null, form: FormData): Promise<ConfirmState> {
  return confirm({ id: idIn(form) });
}

/** Makes the preview again from the same file and goes to it. */
export async function refreshUploadAction(_previous: RefreshState | null, form: FormData): Promise<RefreshState> {
  const state = await refresh({ id: idIn(form) });
  if (state.ok && state.data.kind === "ready") redirect(`/readings/upload/${state.data.id}` as Route);
  return state;
}
