import { signIn } from "@/tests/support/upload-request";
import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import type { ClientActor } from "@/lib/auth/actor";
import { listScopes } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";
import { listDebts } from "@/lib/bills/queries";
import { getFormPage } from "@/lib/readings/queries/get-form-page";
import { listHistoryMeters, listMeterHistory } from "@/lib/readings/queries/list-history";
import { listSubmissionStates } from "@/lib/readings/queries/list-submission-states";
import { loadDemonstration } from "@/scripts/seed-load";

const YEAR = { search: "", from: "2025-12-01", to: "2026-11-01" };

beforeAll(async () => {
  await loadDemonstration();
}, 60_000);

/** Runs the loads of a page and counts the queries they take together. */
async function queriesOf(loads: (actor: ClientActor) => Promise<unknown>): Promise<number> {
  await signIn("admin@demo.test");
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const actor = await getActor();
  if (actor?.kind !== "client") throw new Error("not signed in");
  await loads(actor);
  const { length } = asked.mock.calls;
  asked.mockRestore();
  return length;
}

const network = (actor: ClientActor) => {
  const scope = listScopes(actor, "readings.submit").find(({ number }) => number === "78010000000042");
  if (!scope) throw new Error("no contract of 500 facilities");
  return scope;
};

it("«Оплата» takes three queries however many contracts and facilities there are", async () => {
  const loads = (actor: ClientActor) =>
    Promise.all([listDebts(listScopes(actor, "bills.view")), listSubmissionStates(listScopes(actor, "readings.submit"))]);
  expect(await queriesOf(loads)).toBe(3);
});

it("«Показания» of 500 facilities takes two", async () => {
  expect(await queriesOf((actor) => getFormPage(network(actor), { search: "", state: "all", page: 1 }))).toBe(2);
});

it("«История» of 500 facilities takes three", async () => {
  const loads = async (actor: ClientActor) => {
    const { meters } = await listHistoryMeters(network(actor), "", 1);
    expect(meters).toHaveLength(50);
    return listMeterHistory(network(actor), meters[0]?.id ?? "", YEAR);
  };
  expect(await queriesOf(loads)).toBe(3);
});
