import "server-only";
import type { ClientActor } from "@/lib/auth/actor";

/** `false`: no such own card. */
export function removeCard(_actor: ClientActor, _cardId: string): Promise<boolean> {
  throw new Error("not written yet");
}
