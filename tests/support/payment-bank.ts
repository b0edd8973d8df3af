import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import { startBank } from "@/sandbox/bank/bank";
import { boundary, clock, START } from "./moving-clock";

// Imported before anything of lib, which reads the bank's address once.
vi.mock("@/lib/platform/clock", () => import("./moving-clock"));

/** The bank's clock stands where ours does and moves only with it. */
export const bank = await startBank({ now: START, frozen: true });
process.env.BANK_API_URL = `${bank.url}/v3`;
process.env.REFUND_SECOND_PERSON_FROM = "2000";

const realFetch = globalThis.fetch;

/** Calls to the bank pass two places where the process may die: before they are sent and before the answer is read. */
globalThis.fetch = async (input, init) => {
  const own = typeof input === "string" && input.startsWith(`${bank.url}/v3`);
  if (own) boundary();
  const answer = await realFetch(input, init);
  if (own) boundary();
  return answer;
};

export function advance(ms: number): void {
  clock.advance(ms);
  bank.control.clock({ advanceMs: ms });
}

/** Forgets everything but the time. */
export function resetBank(): void {
  bank.control.reset();
  bank.control.clock({ advanceMs: clock.moment.getTime() - START.getTime() });
}

type Handler = (request: Request) => Promise<Response>;

/** Where the bank's notifications arrive. */
export async function listenToBank(handler: Handler): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const given = new Request("http://localhost:3000/api/webhooks/bank", { method: "POST", body, headers: { "content-type": "application/json" } });
      void handler(given).then(
        ({ status }) => response.writeHead(status).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  bank.control.notifyUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    bank.control.notifyUrl(undefined);
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
}
