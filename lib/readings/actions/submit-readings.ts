"use server";

import { revalidatePath } from "next/cache";
import { contractAction } from "@/lib/auth/action";
import type { ActionResult } from "@/lib/auth/types";
import { formatMoment } from "@/lib/format/dates";
import { env } from "@/lib/platform/env";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import { describeWindow } from "@/lib/readings/rules/describe-window";
import { submitReadingsSchema } from "@/lib/readings/schema";
import type { SubmitAnswer } from "@/lib/readings/types";

const inWords = (moment: Date) => formatMoment(moment, env.supplierTimeZone);

export const submitReadingsAction = contractAction(
  { schema: submitReadingsSchema, limit: "action", permission: "readings.submit" },
  async (scope, { contract: _, ...input }): Promise<ActionResult<SubmitAnswer>> => {
    const outcome = await submitReadings(scope, { ...input, source: "cabinet" });
    if (outcome.kind === "reused_key") return { ok: false, code: "conflict" };
    // What the page shows is out of date in every case but one: after the window closed, typed values stay in their fields.
    if (outcome.kind === "closed") return { ok: true, data: { kind: "closed", message: describeWindow(outcome.window) } };
    revalidatePath("/readings");
    switch (outcome.kind) {
      case "saved":
        return { ok: true, data: { kind: "saved", receipt: { ...outcome.receipt, at: inWords(outcome.receipt.at) } } };
      case "conflict":
        return { ok: true, data: { kind: "conflict", registers: outcome.registers.map((theirs) => ({ ...theirs, at: inWords(theirs.at) })) } };
      case "refused":
        return { ok: true, data: outcome };
    }
  },
);
