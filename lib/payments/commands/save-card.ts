import "server-only";
import type { Tx } from "@/lib/db/types";
import type { BankMethod } from "@/lib/payments/types";
import { now } from "@/lib/platform/clock";

/** Keeps the bank's token and a mask; the same card added again replaces its older token. `null`: the bank did not save it. */
export async function saveCard(tx: Tx, userId: string, method: BankMethod | null): Promise<string | null> {
  if (!method?.saved || !method.card) return null;
  const { mask, brand, expiryMonth, expiryYear } = method.card;
  const at = now();
  const [saved] = await tx.savedCard.createManyAndReturn({
    data: [{ userId, token: method.id, mask, brand, expiryMonth, expiryYear, createdAt: at }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!saved) return null;
  await tx.savedCard.updateMany({
    where: { userId, mask, expiryMonth, expiryYear, removedAt: null, id: { not: saved.id } },
    data: { removedAt: at },
  });
  return saved.id;
}
