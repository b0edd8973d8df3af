import { roleMay, type Permission } from "../../lib/auth/permissions";
import type { Answer } from "./ask";
import { CONTRACTS, type Persona, type PersonaName } from "./personas";
import { ABSENT_ID, NONSENSE } from "./things";

/** What exists in the stand and belongs to one person or to everyone. */
export type Things = {
  uploads: Partial<Record<PersonaName, string>>;
  letter: string;
  payments: Partial<Record<PersonaName, string>>;
  /** Number of one of them. */
  paymentNumber: string;
};

type Probe = { url: string; expected: Answer };
/** What a page or handler answers to a persona, by the tables alone. */
export type Door = {
  probe: (who: Persona, things: Things) => Probe[];
  /** Parameters that are no ids: whatever stands in them, the page answers. */
  parameters?: string[];
  /** Shows meters of one contract; `search` narrows them. */
  meters?: { contract: string; search: string };
};

type Url = (id: string) => string;
const OF_CONTRACTS = Object.values(CONTRACTS);

const open = (url: string): Door => ({ probe: () => [{ url, expected: 200 }] });

/** Those already signed in are sent to their own side. */
function signIn(url: string): Door {
  const forStaff = url === "/staff/login";
  return {
    probe: ({ kind }) => [{ url, expected: kind === "staff" ? "/staff" : kind === "client" && !forStaff ? "/" : 200 }],
    parameters: forStaff ? [] : ["next"],
  };
}

/** What everyone but a client gets. */
function stranger({ kind }: Persona): Answer | null {
  if (kind === "client") return null;
  return kind === "nobody" ? "/login" : "/staff";
}

const client = (url: string, parameters: string[]): Door => ({ probe: (who) => [{ url, expected: stranger(who) ?? 200 }], parameters });

const root: Door = { probe: (who) => [{ url: "/", expected: who.home }] };

/** 404 alike for a foreign and an absent contract, 403 where only the right is missing. */
export function onContract({ roles }: Persona, contract: string, permission: Permission): 200 | 403 | 404 {
  const role = roles[contract];
  if (role === undefined) return 404;
  return roleMay(role, permission) ? 200 : 403;
}

type OfContract = { parameters?: string[]; meters?: Door["meters"]; api?: boolean; granted?: number };

function contract(url: Url, permission: Permission, { api = false, granted = 200, ...more }: OfContract = {}): Door {
  const refused = (who: Persona) => (api && who.kind !== "client" ? 401 : stranger(who));
  const allowed = (answer: number) => (answer === 200 ? granted : answer);
  return {
    ...more,
    probe: (who) => [
      ...OF_CONTRACTS.map((number) => ({ url: url(number), expected: refused(who) ?? allowed(onContract(who, number, permission)) })),
      ...NONSENSE.map((id) => ({ url: url(id), expected: refused(who) ?? (404 as const) })),
    ],
  };
}

/** Numbers that stand in the path; `..` would be taken out before it is sent. */
function contractInPath(url: Url, permission: Permission, parameters: string[]): Door {
  return {
    parameters,
    probe: (who) => [
      ...OF_CONTRACTS.map((number) => ({ url: url(number), expected: stranger(who) ?? onContract(who, number, permission) })),
      ...inPath.map((id) => ({ url: url(id), expected: stranger(who) ?? (404 as const) })),
    ],
  };
}

const staffMay = ({ name }: Persona) => name !== "content editor";

function staff(url: string, parameters: string[]): Door {
  return { probe: (who) => [{ url, expected: who.kind !== "staff" ? "/staff/login" : staffMay(who) ? 200 : 403 }], parameters };
}

function staffContract(url: Url, parameters: string[]): Door {
  const answer = (who: Persona, found: 200 | 404): Answer => (who.kind !== "staff" ? "/staff/login" : staffMay(who) ? found : 403);
  return {
    parameters,
    probe: (who) => [
      ...OF_CONTRACTS.map((number) => ({ url: url(number), expected: answer(who, number === CONTRACTS.absent ? 404 : 200) })),
      ...inPath.map((id) => ({ url: url(id), expected: answer(who, 404) })),
    ],
  };
}

/** Any payment, for staff that may see payments. */
const staffPayment: Door = {
  parameters: ["done"],
  probe: (who, { paymentNumber }) => {
    const answer = (found: 200 | 404): Answer => (who.kind !== "staff" ? "/staff/login" : staffMay(who) ? found : 403);
    return [
      { url: `/staff/payments/${paymentNumber}`, expected: answer(200) },
      ...inPath.map((id) => ({ url: `/staff/payments/${id}`, expected: answer(404) })),
    ];
  },
};

/** `..` in a path is taken out before it is sent. */
const inPath = NONSENSE.filter((id) => id !== "..");

/** Only who uploaded a file sees its preview. */
const uploaded: Door = {
  parameters: ["page", "wrong"],
  probe: (who, { uploads }) => [
    ...Object.entries(uploads).map(([owner, id]) => ({ url: `/readings/upload/${id}`, expected: stranger(who) ?? (owner === who.name ? (200 as const) : (404 as const)) })),
    ...inPath.map((id) => ({ url: `/readings/upload/${id}`, expected: stranger(who) ?? (404 as const) })),
  ],
};

/** Only who made a payment sees it; the way back from the bank tells nobody whether there is one. */
function paid(address: "result" | "return"): Door {
  return {
    parameters: address === "result" ? ["to"] : [],
    probe: (who, { payments }) => [
      ...Object.entries(payments).map(([owner, id]): Probe => {
        const found = address === "return" ? (`/payments/result/${id}` as const) : owner === who.name ? 200 : 404;
        return { url: `/payments/${address}/${id}`, expected: stranger(who) ?? found };
      }),
      ...inPath.map((id): Probe => {
        const found = address === "return" && id === ABSENT_ID ? (`/payments/result/${id}` as const) : 404;
        return { url: `/payments/${address}/${id}`, expected: stranger(who) ?? found };
      }),
    ],
  };
}

const cardReturn: Door = {
  probe: (who) => inPath.map((id): Probe => ({ url: `/cards/return/${id}`, expected: stranger(who) ?? (id === ABSENT_ID ? "/cards" : 404) })),
};

/** A payment that did not come has no receipt, not even for who made it. */
const noReceipt: Door = {
  probe: (who, { payments }) =>
    [...Object.values(payments), ...NONSENSE].map((id): Probe => ({ url: `/api/downloads/payment-receipt?id=${id}`, expected: who.kind === "client" ? 404 : 401 })),
};

const letter: Door = {
  probe: (_, things) => [
    { url: `/dev/mail/${things.letter}`, expected: 200 },
    ...inPath.map((id) => ({ url: `/dev/mail/${id}`, expected: 404 as const })),
  ],
};

/** Every page of the build. A page without a row fails the run. */
export const PAGES: Record<string, Door> = {
  "/": root,
  "/login": signIn("/login"),
  "/staff/login": signIn("/staff/login"),
  "/invite": { ...open("/invite"), parameters: ["token"] },
  "/payments": client("/payments", ["page", "chart"]),
  "/payments/pay": contract((id) => `/payments/pay?contract=${id}`, "payments.make", { parameters: ["bill", "bills", "amount"] }),
  "/payments/result/[id]": paid("result"),
  "/payments/[contract]": contractInPath((id) => `/payments/${id}`, "debt.view", ["period", "page"]),
  "/cards": client("/cards", ["link", "to", "remove", "removed", "failed"]),
  "/readings": contract((id) => `/readings?contract=${id}`, "readings.submit", {
    parameters: ["state", "facility", "page"],
    meters: { contract: CONTRACTS.plant, search: "facility" },
  }),
  "/readings/upload": contract((id) => `/readings/upload?contract=${id}`, "readings.submit", { parameters: ["refused"] }),
  "/readings/upload/[id]": uploaded,
  "/history/readings": contract((id) => `/history/readings?contract=${id}`, "readings.history", {
    parameters: ["search", "from", "to", "page", "meter"],
    meters: { contract: CONTRACTS.plant, search: "search" },
  }),
  "/history/payments": contract((id) => `/history/payments?contract=${id}`, "payments.history", { parameters: ["from", "to", "page"] }),
  "/staff": staff("/staff", ["search", "page"]),
  "/staff/submissions": staff("/staff/submissions", ["page"]),
  "/staff/payments": staff("/staff/payments", ["search", "status", "page"]),
  "/staff/payments/reconciliation": staff("/staff/payments/reconciliation", ["day"]),
  "/staff/payments/[number]": staffPayment,
  "/staff/contracts/[number]": staffContract((id) => `/staff/contracts/${id}`, ["page"]),
  "/dev/components": open("/dev/components"),
  "/dev/hello": open("/dev/hello"),
  "/dev/mail": { ...open("/dev/mail"), parameters: ["to"] },
  "/dev/mail/[id]": letter,
};

/** Every method of every route handler: `METHOD /path`. */
export const HANDLERS: Record<string, Door> = {
  "GET /api/health": open("/api/health"),
  "GET /payments/return/[id]": paid("return"),
  "GET /cards/return/[id]": cardReturn,
  "GET /api/downloads/readings-history": contract((id) => `/api/downloads/readings-history?contract=${id}`, "readings.history", {
    api: true,
    parameters: ["search", "from", "to"],
  }),
  "GET /api/downloads/payment-receipt": noReceipt,
  "GET /api/downloads/payments-history": contract((id) => `/api/downloads/payments-history?contract=${id}`, "payments.history", {
    api: true,
    parameters: ["from", "to"],
  }),
  "GET /api/downloads/register-template": contract((id) => `/api/downloads/register-template?contract=${id}`, "readings.submit", { api: true }),
  // The bank does not sign in; what is no notification is refused whoever sends it.
  "POST /api/webhooks/bank": { probe: () => [{ url: "/api/webhooks/bank", expected: 400 }] },
  // Sent without a file, so that nothing is stored where it is allowed.
  "POST /api/uploads/readings": contract((id) => `/api/uploads/readings?contract=${id}`, "readings.submit", { api: true, granted: 400 }),
};
