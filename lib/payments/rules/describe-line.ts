import { PAYMENT_METHOD_NAMES, PAYMENT_STATUS_NAMES, type PaymentMethod, type PaymentStatus } from "@/lib/payments/constants";
import { describeMethod } from "@/lib/payments/rules/describe-card";
import { isFinal } from "@/lib/payments/rules/machine";

/** What was paid in the cabinet, with how far it came. */
type CabinetPart = {
  id: string;
  status: PaymentStatus;
  method: PaymentMethod;
  methodTitle: string | null;
  /** Kopecks given back. */
  refunded: bigint;
  /** Staff must look at it. */
  held: boolean;
};

/** A line of «История платежей»: a payment of the cabinet, a bank transfer billing told of, or a payment both know. */
export type PaymentLine = {
  number: string;
  /** ISO date in the supplier's zone. */
  day: string;
  amount: bigint;
  purpose: string;
  /** Null for a bank transfer. */
  cabinet: CabinetPart | null;
  /** As billing names it; null while only the cabinet knows the payment. */
  bankName: string | null;
};

type Described = { bank: string; status: string; tone: "good" | "warning" | "bad" | "neutral"; receipt: string | null; repeatable: boolean };

/** A line in words, and what may be done with it. */
export function describeLine({ amount, cabinet, bankName }: Pick<PaymentLine, "amount" | "cabinet" | "bankName">): Described {
  const way = cabinet === null ? null : `Личный кабинет, ${wayOf(cabinet)}`;
  return {
    bank: bankName ?? way ?? "",
    ...statusOf(amount, cabinet, bankName !== null),
    receipt: cabinet?.status === "succeeded" ? cabinet.id : null,
    repeatable: cabinet === null || (isFinal(cabinet.status) && !cabinet.held),
  };
}

function statusOf(amount: bigint, cabinet: CabinetPart | null, booked: boolean): Pick<Described, "status" | "tone"> {
  if (cabinet === null) return { status: "Учтён", tone: "good" };
  if (cabinet.held) return { status: "Проверяет сотрудник", tone: "warning" };
  if (cabinet.refunded > 0n) return { status: cabinet.refunded < amount ? "Возвращён частично" : "Деньги возвращены", tone: "warning" };
  switch (cabinet.status) {
    case "succeeded":
      return { status: booked ? "Учтён" : PAYMENT_STATUS_NAMES.succeeded, tone: "good" };
    case "canceled":
    case "expired":
    case "failed":
      return { status: PAYMENT_STATUS_NAMES[cabinet.status], tone: "bad" };
    default:
      return { status: PAYMENT_STATUS_NAMES[cabinet.status], tone: "neutral" };
  }
}

/** `карта •••• 0004`; which card it was does not matter where no money came. */
function wayOf({ method, methodTitle }: CabinetPart): string {
  if (method === "sbp") return PAYMENT_METHOD_NAMES.sbp;
  return methodTitle === null ? "карта" : describeMethod(method, methodTitle).replace(/^К/, "к");
}
