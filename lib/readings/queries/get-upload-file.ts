import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";

/** Where the original of an upload is kept. */
export async function getUploadFile(scope: ContractScope, uploadId: string): Promise<{ storageKey: string } | null> {
  const upload = await db.readingUpload.findFirst({
    where: { id: uploadId, contractId: scope.contractId },
    select: { file: { select: { storageKey: true } } },
  });
  return upload?.file ?? null;
}
