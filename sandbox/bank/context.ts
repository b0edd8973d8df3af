import type { Clock } from "./clock";
import type { Faults } from "./faults";
import type { BankState, MethodType } from "./records";

export type BankEvent = "payment.waiting_for_capture" | "payment.succeeded" | "payment.canceled" | "refund.succeeded";

/** What every part of the bank works on. */
export type Bank = {
  shopId: string;
  secret: string;
  publicUrl: string;
  limits: Partial<Record<MethodType, bigint>>;
  clock: Clock;
  state: BankState;
  faults: Faults;
  /** Queues a notification of the object as it is now. */
  announce: (event: BankEvent, object: object) => void;
};
