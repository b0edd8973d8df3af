import { roleMay, type Permission } from "../../lib/auth/permissions";
import { CONTRACTS, type Persona } from "./personas";

/** Serial numbers and the facility of the plant's first site, the only one the restricted engineer has. */
export const OWN_SITE = { code: "780100000000110001", serials: ["20300109", "43984851"] };
export const OTHER_SITES = { code: "780100000000110002", serials: ["01202434", "01284918"] };

/** A status, or the path a redirect leads to. */
export type Answer = number | `/${string}`;

/** Who may open a page or call a handler, by what guards it. */
export type Door =
  | { guard: "open" }
  /** A page that sends those already signed in to their own side. */
  | { guard: "sign-in" }
  | { guard: "client" }
  | { guard: "contract"; permission: Permission; url: (contract: string) => string; content: boolean }
  | { guard: "staff" }
  | { guard: "staff-contract"; url: (contract: string) => string };

/** Every page of the build. A page without a row fails the run. */
export const PAGES: Record<string, Door> = {
  "/": { guard: "client" },
  "/login": { guard: "sign-in" },
  "/staff/login": { guard: "sign-in" },
  "/invite": { guard: "open" },
  "/payments": { guard: "client" },
  "/readings": { guard: "contract", permission: "readings.submit", url: (c) => `/readings?contract=${c}`, content: true },
  "/readings/upload": { guard: "contract", permission: "readings.submit", url: (c) => `/readings/upload?contract=${c}`, content: false },
  "/history/readings": { guard: "contract", permission: "readings.history", url: (c) => `/history/readings?contract=${c}`, content: true },
  "/staff": { guard: "staff" },
  "/staff/submissions": { guard: "staff" },
  "/staff/contracts/[number]": { guard: "staff-contract", url: (c) => `/staff/contracts/${c}` },
  "/dev/components": { guard: "open" },
  "/dev/hello": { guard: "open" },
  "/dev/mail": { guard: "open" },
};

export const HANDLERS: Record<string, Door> = {
  "/api/health": { guard: "open" },
  "/api/downloads/readings-history": {
    guard: "contract",
    permission: "readings.history",
    url: (c) => `/api/downloads/readings-history?contract=${c}`,
    content: false,
  },
  "/api/downloads/register-template": {
    guard: "contract",
    permission: "readings.submit",
    url: (c) => `/api/downloads/register-template?contract=${c}`,
    content: false,
  },
};

export function isApi(route: string): boolean {
  return route.startsWith("/api/");
}

/** What a client gets on a contract: 404 alike for a foreign and an absent one, 403 where only the right is missing. */
export function onContract(persona: Persona, contract: string, permission: Permission): 200 | 403 | 404 {
  const role = persona.roles[contract];
  if (role === undefined) return 404;
  return roleMay(role, permission) ? 200 : 403;
}

/** What a page answers, by the tables alone. */
export function expectedOf(door: Door, persona: Persona, contract: string, api: boolean): Answer {
  if (door.guard === "open") return 200;
  if (door.guard === "sign-in") return persona.kind === "nobody" ? 200 : persona.kind === "staff" ? "/staff" : "/";
  if (door.guard === "staff" || door.guard === "staff-contract") {
    if (persona.kind !== "staff") return "/staff/login";
    return door.guard === "staff" || contract !== CONTRACTS.absent ? 200 : 404;
  }
  if (persona.kind === "nobody") return api ? 401 : "/login";
  if (persona.kind === "staff") return api ? 401 : "/staff";
  return door.guard === "client" ? 200 : onContract(persona, contract, door.permission);
}
