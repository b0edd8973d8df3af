import { NETWORK, PLANT, entry, periodOf, registersOf, scopeOf, submission } from "@/tests/support/submissions";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { getActor } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import { REGISTERS_PER_PAGE } from "@/lib/readings/constants";
import { getFormPage } from "@/lib/readings/queries/get-form-page";
import type { FormPage } from "@/lib/readings/types";
import { loadDemonstration } from "@/scripts/seed-load";

const HOUSES = "78010000000035";
let administrator: ContractScope;
let engineer: ContractScope;
let network: ContractScope;
let houses: ContractScope;

beforeAll(async () => {
  await loadDemonstration();
  houses = await scopeOf("reader@demo.test", HOUSES);
  engineer = await scopeOf("engineer@demo.test", PLANT);
  administrator = await scopeOf("admin@demo.test", PLANT);
  network = await scopeOf("admin@demo.test", NETWORK);
}, 60_000);
afterAll(() => db.$disconnect());

async function pageOf(scope: ContractScope, filter: Partial<Parameters<typeof getFormPage>[1]> = {}): Promise<FormPage> {
  const page = await getFormPage(scope, { search: "", state: "all", page: 1, ...filter });
  if (!page) throw new Error("no period");
  return page;
}

const registersIn = ({ facilities }: FormPage) => facilities.flatMap(({ lines }) => lines ?? []).flatMap(({ registers }) => registers);
const codesOf = ({ facilities }: FormPage) => facilities.map(({ code }) => code);

describe("the page of readings", () => {
  it("takes one query beside the session's on a contract of 500 facilities, and shows at most 100 registers", async () => {
    const asked = vi.spyOn(pg.Client.prototype, "query");
    for (const state of ["all", "unsent", "sent"] as const) {
      asked.mockClear();
      await getActor();
      await pageOf(network, { state, page: 3 });
      expect(asked.mock.calls).toHaveLength(2);
    }
    asked.mockRestore();
    const page = await pageOf(network, { page: 3 });
    expect(page).toMatchObject({ total: 500, matching: 500, page: 3, pages: 25, choices: null });
    expect(page.facilities).toHaveLength(20);
    expect(registersIn(page)).toHaveLength(20);
  });

  it("knows the previous value, the factors and the sum of the hours", async () => {
    const [site] = (await pageOf(administrator)).facilities;
    expect(site).toMatchObject({ code: "780100000000110001", status: "awaiting", meters: 2, registers: 3, sent: 0, missing: 3, sentAt: null });
    expect(site?.lines?.[0]).toMatchObject({
      serialNumber: "20300109",
      multiplier: "12000",
      lossesPercent: "5",
      integerDigits: 6,
      fractionDigits: 2,
      registers: [{ previous: { value: "12441", month: "2026-10" }, current: null, interval: "137130.48" }],
    });
    expect(site?.lines?.[1]?.registers.map(({ quantity }) => quantity)).toEqual(["active_import", "reactive_import"]);
  });

  it("shows a restricted person their own facility alone, in the list to choose from too", async () => {
    const page = await pageOf(engineer);
    expect(page).toMatchObject({ total: 1, matching: 1, choices: [{ code: "780100000000110001" }] });
    expect(codesOf(page)).toEqual(["780100000000110001"]);
    expect(await pageOf(engineer, { search: "780100000000110002" })).toMatchObject({ matching: 0, facilities: [] });
  });

  it("finds by code and by address, and takes signs of a pattern for themselves", async () => {
    expect(codesOf(await pageOf(administrator, { search: "110003" }))).toEqual(["780100000000110003"]);
    expect(codesOf(await pageOf(administrator, { search: "д. 16, СКЛАД" }))).toEqual(["780100000000110002"]);
    for (const search of ["%", "_", "\\"]) expect((await pageOf(administrator, { search })).matching).toBe(0);
  });

  it("stays within the registers of one page: what does not fit is named without its meters", async () => {
    const page = await pageOf(houses);
    expect(page.facilities.map(({ registers, lines }) => [registers, lines?.length ?? null])).toEqual([[48, 48], [48, 48], [48, null]]);
    expect(registersIn(page).length).toBeLessThanOrEqual(REGISTERS_PER_PAGE);
    const [last] = (await pageOf(houses, { search: page.facilities[2]?.code ?? "" })).facilities;
    expect(last?.lines).toHaveLength(48);
  });

  it("pages a facility too large even alone by whole meters", async () => {
    const facility = await db.facility.create({ data: { contractId: houses.contractId, code: "780100000000359999", address: "Большой дом" } });
    for (let flat = 1; flat <= 70; flat += 1) {
      const code = `7839999${String(flat).padStart(8, "0")}`;
      const registers = { create: [{ quantity: "active_import" as const, zone: "day" as const }, { quantity: "active_import" as const, zone: "night" as const }] };
      const meter = { serialNumber: String(flat), integerDigits: 5, fractionDigits: 0, installedOn: new Date("2020-01-01"), registers };
      await db.meteringPoint.create({ data: { facilityId: facility.id, code, name: `Квартира ${flat}`, multiplier: 1, meters: { create: [meter] } } });
    }
    const pages = await Promise.all([1, 2, 9].map((page) => pageOf(houses, { search: facility.code, page })));
    expect(pages.map(({ page, pages: count, matching }) => [page, count, matching])).toEqual([[1, 2, 1], [2, 2, 1], [2, 2, 1]]);
    expect(pages.map((page) => registersIn(page).length)).toEqual([80, 60, 60]);
    expect(new Set(pages.slice(0, 2).flatMap(registersIn).map(({ id }) => id)).size).toBe(140);
    await db.facility.delete({ where: { id: facility.id } });
  });

  it("shows the last page for one beyond it", async () => {
    expect(await pageOf(network, { page: 9999 })).toMatchObject({ page: 25, pages: 25 });
    expect(await pageOf(administrator, { page: 9999 })).toMatchObject({ page: 1, pages: 1 });
  });

  it("tells sent facilities from those that wait, and leaves closed ones out of both", async () => {
    const period = await periodOf(network);
    const [first] = (await pageOf(network)).facilities;
    const [register] = first?.lines?.[0]?.registers ?? [];
    await submitReadings(network, submission(period, [entry(register?.id, register?.previous?.value ?? "")]));
    const sent = await pageOf(network, { state: "sent" });
    expect(codesOf(sent)).toEqual([first?.code]);
    expect(sent.facilities[0]).toMatchObject({ sent: 1, missing: 0 });
    expect(sent.facilities[0]?.sentAt).toBeInstanceOf(Date);
    // Ten of the network take no readings.
    expect((await pageOf(network, { state: "unsent" })).matching).toBe(489);
  });

  it("counts a facility as sent only with all of its meters", async () => {
    const period = await periodOf(administrator);
    const [single] = await registersOf("20300109");
    await submitReadings(administrator, submission(period, [entry(single, "12442")]));
    expect(codesOf(await pageOf(administrator, { state: "sent" }))).toEqual([]);
    const [site] = (await pageOf(administrator, { state: "unsent" })).facilities;
    expect(site).toMatchObject({ sent: 1, missing: 2 });
    expect(site?.lines?.[0]?.registers[0]?.current).toEqual({ value: "12442", version: 1 });
  });
});
