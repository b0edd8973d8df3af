import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type { PackedPreview } from "@/lib/readings/types";

type Packed = Pick<PackedPreview, "send" | "same">;
export type UploadEntry = { registerId: string; text: string; version: number | null };

/** What a confirmation sends: every register of every meter taken, with the version the preview was made against. */
export async function getUploadEntries(scope: ContractScope, uploadId: string): Promise<UploadEntry[]> {
  // As one text: a row for each of 20,000 values would hold the main thread.
  const [found] = await db.$queryRaw<{ packed: string }[]>`
    SELECT (u.preview - '{wrong,counts}'::text[])::text AS packed
    FROM reading_uploads u WHERE u.id = ${uploadId}::uuid AND u.contract_id = ${scope.contractId}::uuid`;
  const { send, same } = found ? (JSON.parse(found.packed) as Packed) : { send: [], same: [] };
  return [
    ...send.map(([, registerId, , text, , version]) => ({ registerId, text, version })),
    ...same.map(([registerId, text, version]) => ({ registerId, text, version })),
  ];
}
