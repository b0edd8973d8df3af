import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import { getUploadEntries } from "@/lib/readings/queries/get-upload-entries";
import { getUpload } from "@/lib/readings/queries/get-upload";
import type { SubmitOutcome } from "@/lib/readings/types";

/** A newer preview took the place of this one while it was being confirmed. */
class Replaced extends Error {}

/**
 * Sends what the preview of an own file shows, once: the upload is the key of its submission, so a repetition gives the
 * same receipt. `missing`: the preview expired or was replaced.
 */
export async function commitUpload(scope: ContractScope, uploadId: string): Promise<SubmitOutcome | { kind: "missing" }> {
  const found = await getUpload([scope], uploadId);
  if (!found || found.upload.status === "expired" || found.upload.status === "discarded") return { kind: "missing" };
  const input = {
    periodId: found.upload.period.id,
    clientKey: uploadId,
    source: "file" as const,
    ...(await getUploadEntries(scope, uploadId)),
  };
  try {
    return await submitReadings(scope, input, async (tx, submissionId) => {
      const marked = await tx.readingUpload.updateMany({
        where: { id: uploadId, status: "ready" },
        data: { status: "committed", submissionId },
      });
      if (marked.count !== 1) throw new Replaced();
      return [{ action: "readings.commit_upload", subject: { kind: "reading_upload", id: uploadId }, after: { submissionId } }];
    });
  } catch (error) {
    if (error instanceof Replaced) return { kind: "missing" };
    throw error;
  }
}
