import "server-only";
import { systemActor } from "@/lib/auth/actor";

/** Who stands behind what the bank did: no person in the cabinet. */
export const BANK_ACTOR = systemActor("integration", "bank");
