import { randomUUID } from "node:crypto";
import { notFound } from "./api-error";
import { maskCard } from "./cards";
import type { Bank } from "./context";
import type { Outcome } from "./declines";
import type { Switches } from "./faults";
import { cardMethod, sbpMethod } from "./methods";
import { toValue } from "./money";
import type { Notifier } from "./notifications";
import { forgeSuccess, remainder, showPayment, showRefund } from "./objects";
import { finish, getPayment, reopenPayment } from "./payments";
import type { MethodType } from "./records";
import { createRefund } from "./refunds";

/** The mask of a payment completed without a page. */
const CARD = maskCard("2200000000000004", "12", "2035");

/** What a test or a demonstration may do to the bank from outside its API. */
export function makeControl(bank: Bank, notifier: Notifier, changed: () => void) {
  const { state, clock, faults } = bank;
  return {
    switches: (switches: Switches): object => {
      faults.set(switches);
      return faults.show();
    },
    notifyUrl: (url: string | undefined): void => notifier.setUrl(url),
    /** Ends a payment as its payer would. `late` lets money come for a canceled one. */
    pay: (id: string, outcome: Outcome = "succeeded", { method = "bank_card", late = false }: { method?: MethodType; late?: boolean } = {}): object => {
      const payment = getPayment(bank, id);
      if (late) reopenPayment(payment);
      finish(bank, payment, { method: (payment.way ?? method) === "sbp" ? sbpMethod() : cardMethod(CARD), outcome, secureCode: true });
      changed();
      return showPayment(bank, payment);
    },
    refundAtBank: (paymentId: string, amount?: string): object => {
      const value = amount ?? toValue(remainder(getPayment(bank, paymentId)));
      const refund = createRefund(bank, { payment_id: paymentId, amount: { value, currency: "RUB" } });
      changed();
      return showRefund(refund);
    },
    /** False news of success: of this payment, or of one that does not exist. */
    forge: (paymentId?: string): void => {
      const known = paymentId === undefined ? [...state.payments.values()].at(-1) : getPayment(bank, paymentId);
      const object = known === undefined ? { status: "succeeded", paid: true } : forgeSuccess(bank, known);
      notifier.forge("payment.succeeded", paymentId === undefined ? { ...object, id: randomUUID() } : object);
    },
    /** How later charges of a saved card end. */
    card: (methodId: string, charge: Outcome): void => {
      const saved = state.methods.get(methodId);
      if (saved === undefined) throw notFound("Payment method");
      saved.charge = charge;
      changed();
    },
    clock: ({ advanceMs = 0, frozen }: { advanceMs?: number; frozen?: boolean }): object => {
      clock.advance(advanceMs);
      if (frozen !== undefined) clock.freeze(frozen);
      changed();
      return { now: clock.now().toISOString(), frozen: clock.frozen };
    },
    /** Until every notification that is due was tried. */
    settle: () => notifier.settle(),
    state: () => ({
      now: clock.now().toISOString(),
      payments: [...state.payments.values()].map((payment) => showPayment(bank, payment)),
      refunds: [...state.refunds.values()].map(showRefund),
      methods: [...state.methods.values()],
      notifications: state.notifications,
      keys: state.answers.size,
      switches: faults.show(),
    }),
    reset: (): void => {
      for (const map of [state.payments, state.refunds, state.methods, state.answers]) map.clear();
      state.notifications.length = 0;
      state.sequence = 0;
      faults.clear();
      clock.advance(-clock.advanced);
      changed();
    },
  };
}

export type Control = ReturnType<typeof makeControl>;
