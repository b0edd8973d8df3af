import { notFound, redirect } from "next/navigation";
import { requireClient } from "@/lib/auth/guards";
import { checkCardLink } from "@/lib/payments/process/check-card-link";
import { startedSchema } from "@/lib/payments/schema/pay-form";
import { limit } from "@/lib/platform/rate-limit";

/** Where the bank sends the owner of a card back to: asks it whether the card was added, then shows that. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<never> {
  const actor = await requireClient();
  const parsed = startedSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { id } = parsed.data;
  const allowed = await limit("action", actor.userId);
  // A foreign one is as missing there as an absent one.
  if (allowed.ok) await checkCardLink(actor, id);
  redirect(`/cards?link=${id}`);
}
