import { randomUUID } from "node:crypto";
import type { MaskedCard } from "./cards";
import type { Method } from "./records";

/** A random token that says nothing about the card. */
export const cardMethod = (card: MaskedCard): Method => ({ id: randomUUID(), type: "bank_card", saved: false, card });
export const sbpMethod = (): Method => ({ id: randomUUID(), type: "sbp", saved: false, operation: randomUUID().replaceAll("-", "") });
