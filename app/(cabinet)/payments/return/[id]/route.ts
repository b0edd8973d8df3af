import { notFound, redirect } from "next/navigation";
import { requireClient } from "@/lib/auth/guards";
import { listScopes } from "@/lib/auth/scope";
import { checkPayment } from "@/lib/payments/process/check-payment";
import { startedSchema } from "@/lib/payments/schema/pay-form";
import { limit } from "@/lib/platform/rate-limit";

/** Where the bank sends the payer back to: asks it what became of the payment, then shows that. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<never> {
  const actor = await requireClient();
  const parsed = startedSchema.safeParse(await params);
  if (!parsed.success) notFound();
  const { id } = parsed.data;
  const allowed = await limit("action", actor.userId);
  // A foreign one is as missing there as an absent one.
  if (allowed.ok) await checkPayment(listScopes(actor, "payments.make"), id);
  redirect(`/payments/result/${id}`);
}
