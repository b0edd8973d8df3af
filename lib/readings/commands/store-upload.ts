import "server-only";
import { randomUUID } from "node:crypto";
import type { ContractScope } from "@/lib/auth/actor";
import { transact } from "@/lib/db/transact";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";
import type { NewFile } from "@/lib/platform/storage/files";
import { UPLOAD_HOURS } from "@/lib/readings/constants";
import type { FilePreview } from "@/lib/readings/types";

type ReadPreview = Extract<FilePreview, { ok: true }>;
export type NewUpload = { periodId: string; read: ReadPreview };

function userOf({ actor }: ContractScope): string {
  if (actor.kind !== "client") throw new Error("only a client uploads files of readings");
  return actor.userId;
}

async function insertUpload(tx: Tx, scope: ContractScope, fileId: string, { periodId, read }: NewUpload): Promise<string> {
  const id = randomUUID();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + UPLOAD_HOURS * 3600_000);
  // As text: the thread that read the file has written the JSON already.
  await tx.$executeRaw`
    INSERT INTO reading_uploads (id, contract_id, period_id, user_id, file_id, preview, created_at, expires_at)
    VALUES (${id}::uuid, ${scope.contractId}::uuid, ${periodId}::uuid, ${userOf(scope)}::uuid, ${fileId}::uuid,
            ${read.preview}::jsonb, ${createdAt}, ${expiresAt})`;
  return id;
}

const uploaded = (id: string, fileId: string, { counts }: ReadPreview) => ({
  action: "readings.upload",
  subject: { kind: "reading_upload", id },
  after: { fileId, ...counts },
});

/** Keeps the original file and what it would do, until the person confirms it. */
export async function storeUpload(scope: ContractScope, file: NewFile, upload: NewUpload): Promise<string> {
  return transact(scope, async (tx) => {
    await tx.storedFile.create({ data: { ...file, createdByUserId: userOf(scope) }, select: { id: true } });
    const id = await insertUpload(tx, scope, file.id, upload);
    return { result: id, audit: [uploaded(id, file.id, upload.read)] };
  });
}

/** A newer preview of the same file takes the place of one that waits; null where that one no longer waits. */
export async function replaceUpload(scope: ContractScope, replacedId: string, upload: NewUpload): Promise<string | null> {
  return transact<string | null>(scope, async (tx) => {
    const [replaced] = await tx.$queryRaw<{ file_id: string }[]>`
      UPDATE reading_uploads SET status = 'discarded'
      WHERE id = ${replacedId}::uuid AND contract_id = ${scope.contractId}::uuid AND user_id = ${userOf(scope)}::uuid
        AND status = 'ready' AND expires_at > ${now()}
      RETURNING file_id`;
    if (!replaced) return { result: null, audit: [] };
    const id = await insertUpload(tx, scope, replaced.file_id, upload);
    const discarded = { action: "readings.discard_upload", subject: { kind: "reading_upload", id: replacedId } };
    return { result: id, audit: [discarded, uploaded(id, replaced.file_id, upload.read)] };
  });
}
