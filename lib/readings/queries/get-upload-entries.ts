import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { PackedPreview, SubmissionInput } from "@/lib/readings/types";

type Packed = Pick<PackedPreview, "send" | "same" | "state">;

/** From so many registers on, to compare the state of a contract costs less than to plan again. */
const PLAN_KEPT_FROM = 500;

/** What a confirmation sends: every register of every meter taken, with the version the preview was made against. */
export async function getUploadEntries(scope: ContractScope, uploadId: string): Promise<Pick<SubmissionInput, "entries" | "plan">> {
  // As one text: a row for each of 20,000 values would hold the main thread.
  const [found] = await db.$queryRaw<{ packed: string }[]>`
    SELECT (u.preview - '{wrong,counts}'::text[])::text AS packed
    FROM reading_uploads u WHERE u.id = ${uploadId}::uuid AND u.contract_id = ${scope.contractId}::uuid`;
  if (!found) return { entries: [] };
  const { send, same, state } = JSON.parse(found.packed) as Packed;
  const entries = [
    ...send.map(([, registerId, , text, , version]) => ({ registerId, text, version })),
    ...same.map(([registerId, text, version]) => ({ registerId, text, version })),
  ];
  if (entries.length < PLAN_KEPT_FROM) return { entries };
  const changes = send.map(([, registerId, , value, consumption, replaces]) => ({ registerId, value, consumption, replaces }));
  return { entries, plan: { state, changes, unchanged: same.map(([registerId]) => registerId) } };
}
