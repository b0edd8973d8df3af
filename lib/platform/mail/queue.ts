import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/types";
import { now } from "@/lib/platform/clock";
import { job, jobKind } from "@/lib/platform/job-kind";
import { enqueueAll } from "@/lib/platform/jobs";
import type { OutgoingLetter } from "@/lib/platform/mail/transport";

// Not repeated by the queue: the letter's own row keeps its attempts, whichever job makes them.
export const deliverMailKind = jobKind("mail.deliver", z.object({ mailId: z.uuid() }), { retryLimit: 0 });

/** Inside a `transact`: the letter exists if the change does. A key that was queued before is the same letter. */
export async function queueMail(tx: Tx, letter: OutgoingLetter): Promise<void> {
  const at = now();
  const rows = await tx.mail.createManyAndReturn({
    data: [{ ...letter, createdAt: at, nextAttemptAt: at }],
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueAll(
    tx,
    rows.map(({ id }) => job(deliverMailKind, { mailId: id })),
  );
}
