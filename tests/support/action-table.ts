import { randomBytes, randomUUID } from "node:crypto";
import type { Permission } from "../../lib/auth/permissions";
import { onContract } from "./access-table";
import { PASSWORD } from "./accounts";
import { formOf, type Argument } from "./call-action";
import { CONTRACTS, type Persona, type PersonaName } from "./personas";
import { ABSENT_ID } from "./things";

export type Register = { id: string; contract: string; facility: string; previous: string; periodId: string };

/** What the calls aim at; nothing of it is changed by a call that is refused. */
export type Targets = {
  /** One of every contract, and one of the plant outside the engineer's restriction. */
  registers: Register[];
  /** Previews anyone could send, by who uploaded them. */
  uploads: Partial<Record<PersonaName, string>>;
  /** Previews of this very person: one whose values are no numbers, and one to make again. */
  own: { spoiled: string; fresh: string } | null;
  /** One unpaid bill of every contract that has one; kopecks. */
  bills: { id: string; contract: string; due: string }[];
  /** Refused payments, by who made them. */
  payments: Partial<Record<PersonaName, string>>;
  /** Accounts with the usual password, of either side. */
  accounts: { client: string; staff: string };
};

type Call = { what: string; args: Argument[]; expected: string; clientKey?: string };
type Row = (who: Persona, targets: Targets) => Call[];

const CODES = { 403: "forbidden", 404: "missing" } as const;

function onOneContract(who: Persona, contract: string, allowed: string, permission: Permission = "readings.submit"): string {
  if (who.kind !== "client") return "signed_out";
  const answer = onContract(who, contract, permission);
  return answer === 200 ? allowed : CODES[answer];
}

/** The restricted engineer has the plant's first site alone. */
const within = (who: Persona, { contract, facility }: Register) =>
  who.roles[contract] !== undefined && (who.name !== "restricted engineer" || facility === "780100000000110001");

type Entry = { registerId: string; text: string; version: null };

function submission(what: string, contract: string, periodId: string, entries: Entry[], expected: string): Call {
  const clientKey = randomUUID();
  return { what, args: [{ contract, periodId, clientKey, entries }], expected, clientKey };
}

/** Values that would be taken where they are not refused; where the person has the right, a word, so that nothing is written. */
const submitReadings: Row = (who, { registers }) => {
  const calls: Call[] = [];
  const [some] = registers;
  if (!some) throw new Error("no registers to aim at");
  for (const contract of Object.values(CONTRACTS)) {
    for (const register of registers) {
      const mine = register.contract === contract && within(who, register);
      const entry: Entry = { registerId: register.id, text: mine ? "слово" : String(Number(register.previous) + 1), version: null };
      const expected = onOneContract(who, contract, mine ? "refused not_a_number" : "refused unknown_register");
      calls.push(submission(`register of ${register.contract} in ${register.facility} on ${contract}`, contract, register.periodId, [entry], expected));
    }
    const own = registers.find((register) => register.contract === contract && within(who, register)) ?? some;
    const right: Entry = { registerId: own.id, text: String(Number(own.previous) + 1), version: null };
    const stranger = registers.find((register) => register.contract !== contract) ?? some;
    const foreign: Entry = { registerId: stranger.id, text: "1", version: null };
    const absent: Entry = { registerId: ABSENT_ID, text: "1", version: null };
    const unknown = onOneContract(who, contract, "refused unknown_register");
    calls.push(
      submission(`an absent register on ${contract}`, contract, own.periodId, [absent], unknown),
      submission(`an own and a foreign register on ${contract}`, contract, own.periodId, [right, foreign], unknown),
      submission(`an absent period on ${contract}`, contract, ABSENT_ID, [right], unknown),
      submission(`nothing on ${contract}`, contract, own.periodId, [], onOneContract(who, contract, "invalid")),
    );
  }
  const nonsense = who.kind === "client" ? "invalid" : "signed_out";
  return [...calls, submission("nonsense for a contract", "'", some.periodId, [], nonsense)];
};

function onUpload(who: Persona, { uploads }: Targets, own: string | undefined, done: string): Call[] {
  const call = (what: string, id: string, expected: string): Call => ({
    what,
    args: [null, formOf({ id })],
    expected: who.kind === "client" ? expected : "signed_out",
    // An upload is the key of its submission.
    ...(id.length === 36 && { clientKey: id }),
  });
  const others = Object.entries(uploads).filter(([owner]) => owner !== who.name);
  return [
    ...others.map(([owner, id]) => call(`the upload of ${owner}`, id, "missing")),
    call("an absent upload", ABSENT_ID, "missing"),
    ...["", "'", "a".repeat(10_000), "\u0000"].map((id) => call("nonsense for an upload", id, "invalid")),
    ...(own === undefined ? [] : [call("the own upload", own, done)]),
  ];
}

type Paying = { contract: string; amount?: string; way?: string; bill?: string };

function payment(what: string, { contract, amount = "1", way = "new_card", bill }: Paying, expected: string): Call {
  const clientKey = randomUUID();
  const form = formOf({ contract, clientKey, amount, way, receiptEmail: "a@demo.test", purpose: "Оплата", script: "1" });
  if (bill !== undefined) form.append("bill", bill);
  return { what, args: [null, form], expected, clientKey };
}

/** Every one is refused, so that no payment begins. */
const pay: Row = (who, { bills }) => {
  const on = (contract: string, allowed: string) => onOneContract(who, contract, allowed, "payments.make");
  const calls = Object.values(CONTRACTS).flatMap((contract) => {
    const [foreign] = bills.filter((bill) => bill.contract !== contract);
    if (!foreign) throw new Error("no bills to aim at");
    return [
      payment(`a word for a sum on ${contract}`, { contract, amount: "слово" }, on(contract, "invalid")),
      payment(`a bill of ${foreign.contract} on ${contract}`, { contract, bill: `${foreign.id}:${foreign.due}` }, on(contract, "changed")),
      payment(`an absent bill on ${contract}`, { contract, bill: `${ABSENT_ID}:100` }, on(contract, "changed")),
      payment(`somebody's card on ${contract}`, { contract, way: `card:${ABSENT_ID}` }, on(contract, "card_missing")),
      payment(`more than the bank takes on ${contract}`, { contract, amount: "100000000001" }, on(contract, "invalid")),
    ];
  });
  const nonsense = who.kind === "client" ? "invalid" : "signed_out";
  return [...calls, payment("nonsense for a contract", { contract: "'" }, nonsense)];
};

/** Whatever is not one's own answers as absent. */
function onStarted(who: Persona, others: readonly (string | undefined)[]): Call[] {
  const call = (what: string, id: string, expected: string): Call => ({ what, args: [{ id }], expected: who.kind === "client" ? expected : "signed_out" });
  return [
    ...[ABSENT_ID, ...others].map((id) => call("a foreign or absent one", id ?? ABSENT_ID, "missing")),
    ...["", "'", "a".repeat(10_000), "\u0000"].map((id) => call("nonsense", id, "invalid")),
  ];
}

function onCards(who: Persona, ids: readonly string[], refused: string): Call[] {
  return ids.map((id) => ({ what: "a card", args: [formOf({ id })], expected: who.kind === "client" ? refused : "/login?next=/cards" }));
}

/** What staff decides about a payment; every call is refused, so that nothing moves. */
const onStaffPayment =
  (fields: Record<string, string>): Row =>
  (who, { payments }) => {
    const decides = who.name === "chief";
    const refused = who.kind !== "staff" ? "signed_out" : "forbidden";
    const call = (what: string, given: Record<string, string>, expected: string, nonsense = false): Call => ({
      what,
      args: [null, formOf({ contract: CONTRACTS.plant, payment: ABSENT_ID, number: "1", ...fields, ...given })],
      expected: decides || (nonsense && who.kind === "staff") ? expected : refused,
    });
    return [
      ...Object.entries(payments).map(([owner, payment]) => call(`the refused payment of ${owner}`, { payment }, "missing")),
      ...Object.values(payments).map((payment) => call("a payment of another contract", { payment, contract: CONTRACTS.houses }, "missing")),
      call("an absent payment", {}, "missing"),
      call("an absent contract", { contract: CONTRACTS.absent }, "missing"),
      call("no reason", "reason" in fields ? { reason: " " } : { refund: "'" }, "invalid"),
      ...["", "'", "a".repeat(10_000), "\u0000"].map((contract) => call("nonsense for a contract", { contract }, "invalid", true)),
      ...["", "'", "a".repeat(10_000), "\u0000"].map((payment) => call("nonsense for a payment", { payment }, "invalid")),
    ];
  };

const nobody = () => `nobody-${randomBytes(4).toString("hex")}@demo.test`;
const signIn = (login: string, password: string): Argument[] => [null, formOf({ login, password, next: "/" })];

/** Every Server Action of the build. One without a row fails the run. */
export const ACTIONS: Record<string, Row> = {
  "lib/theme/actions.ts#setThemeAction": () => [
    { what: "a theme", args: [formOf({ theme: "dark" })], expected: "done" },
    { what: "nonsense for a theme", args: [formOf({ theme: "'" })], expected: "done" },
  ],
  "lib/auth/actions.ts#signInAction": (_, { accounts }) => [
    { what: "an unknown account", args: signIn(nobody(), PASSWORD), expected: "failed" },
    { what: "a wrong password", args: signIn(accounts.client, "Wrong-2026!"), expected: "failed" },
    { what: "an account of the other side", args: signIn(accounts.staff, PASSWORD), expected: "failed" },
    { what: "nothing", args: signIn("", ""), expected: "invalid" },
    { what: "an endless password", args: signIn(accounts.client, "a".repeat(100_000)), expected: "invalid" },
    { what: "a zero character", args: signIn("\u0000", "\u0000"), expected: "invalid" },
  ],
  "lib/auth/actions.ts#staffSignInAction": (_, { accounts }) => [
    { what: "an unknown account", args: signIn(nobody(), PASSWORD), expected: "failed" },
    { what: "a wrong password", args: signIn(accounts.staff, "Wrong-2026!"), expected: "failed" },
    { what: "an account of the other side", args: signIn(accounts.client, PASSWORD), expected: "failed" },
    { what: "nothing", args: signIn("", ""), expected: "invalid" },
  ],
  "lib/auth/actions.ts#setPasswordAction": () => [
    { what: "a made-up link", args: [null, formOf({ token: "A".repeat(43), password: PASSWORD, repeat: PASSWORD })], expected: "missing" },
    { what: "a weak password", args: [null, formOf({ token: "A".repeat(43), password: "1", repeat: "1" })], expected: "invalid" },
    { what: "an endless link", args: [null, formOf({ token: "A".repeat(10_000), password: PASSWORD, repeat: PASSWORD })], expected: "invalid" },
  ],
  "lib/readings/actions/submit-readings.ts#submitReadingsAction": submitReadings,
  "lib/readings/actions/confirm-upload.ts#confirmUploadAction": (who, targets) => onUpload(who, targets, targets.own?.spoiled, "outdated"),
  "lib/readings/actions/confirm-upload.ts#refreshUploadAction": (who, targets) =>
    onUpload(who, targets, targets.own?.fresh, "/readings/upload/[id]"),
  "lib/payments/actions/pay.ts#payAction": pay,
  "lib/payments/actions/check-payment.ts#checkPaymentAction": (who, { payments }) =>
    onStarted(who, Object.entries(payments).flatMap(([owner, id]) => (owner === who.name ? [] : [id]))),
  "lib/payments/actions/cards.ts#checkCardLinkAction": (who) => onStarted(who, []),
  "lib/payments/actions/cards.ts#addCardAction": (who) => onCards(who, ["", "'", "\u0000"], "/cards?failed=1"),
  "lib/payments/actions/cards.ts#removeCardAction": (who) => onCards(who, ["", "'", "\u0000", ABSENT_ID], "/cards"),
  "lib/payments/actions/clear-hold.ts#clearHoldAction": onStaffPayment({ reason: "Проверено", then: "recheck" }),
  "lib/payments/actions/refund.ts#refundAction": onStaffPayment({ reason: "Проверено", amount: "1", clientKey: ABSENT_ID }),
  "lib/payments/actions/refund.ts#approveRefundAction": onStaffPayment({ refund: ABSENT_ID }),
  "lib/payments/actions/refund.ts#declineRefundAction": onStaffPayment({ refund: ABSENT_ID, reason: "Проверено" }),
  // The last one: afterwards the session is over.
  "lib/auth/actions.ts#signOutAction": ({ kind }) => [{ what: "leaving", args: [], expected: kind === "staff" ? "/staff/login" : "/login" }],
};
