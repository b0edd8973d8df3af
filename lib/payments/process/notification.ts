import "server-only";
import { storeNotification } from "@/lib/payments/commands/store-notification";
import { bankNotificationSchema } from "@/lib/payments/schema/bank-object";

/** `false`: it is no notification of the bank. */
export async function takeNotification(body: unknown): Promise<boolean> {
  const parsed = bankNotificationSchema.safeParse(body);
  if (!parsed.success) return false;
  await storeNotification(parsed.data);
  return true;
}
