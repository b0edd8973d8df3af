import "server-only";
import { z } from "zod";
import type { SystemActor } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import { now } from "@/lib/platform/clock";
import { job, jobKind } from "@/lib/platform/job-kind";

export const removeFilesKind = jobKind("readings.remove-files", z.object({ storageKeys: z.array(z.string()) }));

type Gone = { id: string; contract_id: string; file_id: string };

const HOUR = 3600_000;
/** A confirmation that began in time may still be running. */
const MARGIN_MS = HOUR;
const BATCH = 200;

/** One batch of unconfirmed uploads whose time is over, with their files; how many there were. */
export async function deleteExpiredUploads(actor: SystemActor): Promise<number> {
  const before = new Date(now().getTime() - MARGIN_MS);
  return transact(actor, async (tx) => {
    const gone = await tx.$queryRaw<Gone[]>`
      DELETE FROM reading_uploads WHERE id IN (
        SELECT id FROM reading_uploads WHERE status <> 'committed' AND expires_at <= ${before}
        ORDER BY expires_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
      )
      RETURNING id, contract_id, file_id`;
    // A refreshed preview shares its file with the one it replaced.
    const files = await tx.$queryRaw<{ storage_key: string }[]>`
      DELETE FROM stored_files f WHERE f.id = ANY(${gone.map(({ file_id }) => file_id)}::uuid[])
        AND NOT EXISTS (SELECT FROM reading_uploads u WHERE u.file_id = f.id)
      RETURNING f.storage_key`;
    return {
      result: gone.length,
      audit: gone.map(({ id, contract_id, file_id }) => ({
        action: "readings.expire_upload",
        subject: { kind: "reading_upload", id },
        contractId: contract_id,
        before: { fileId: file_id },
      })),
      // The bytes follow when the rows are gone for certain, and again until they are.
      jobs: files.length === 0 ? [] : [job(removeFilesKind, { storageKeys: files.map(({ storage_key }) => storage_key) })],
    };
  });
}
