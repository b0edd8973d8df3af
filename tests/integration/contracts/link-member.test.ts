import { beforeAll, beforeEach, expect, it } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { createAccount, passPassword } from "@/lib/auth/commands";
import { linkMember } from "@/lib/contracts/commands";
import { db } from "@/lib/db/client";
import { importContracts } from "@/lib/integration/commands/import-contracts";
import { importFacilities } from "@/lib/integration/commands/import-facilities";
import { billing, CONTRACT, FACILITY, importGround } from "@/tests/support/billing-rows";

const doorman = systemActor("job", "test");
const OTHER = { ...CONTRACT, number: "78010000000100", emails: [] };
const FOREIGN = "780100000001000001";

const account = (email: string, password = "Demo-2026!") =>
  createAccount(doorman, { email, lastName: "Иванова", firstName: "Анна", middleName: null, staffRole: null, password });
const link = (userId: string, more: Partial<Parameters<typeof linkMember>[1]> = {}) =>
  linkMember(doorman, { contractNumber: CONTRACT.number, userId, role: "engineer", facilityCodes: "all", ...more });
const active = () =>
  db.member.findMany({ where: { revokedAt: null }, include: { facilities: { include: { facility: true } } } });

let anna = "";
let boris = "";

beforeAll(async () => {
  await importGround();
  await importContracts(billing, [OTHER]);
  await importFacilities(billing, [{ ...FACILITY, contractNumber: OTHER.number, code: FOREIGN, points: [] }]);
  anna = await account("anna@demo.test");
  boris = await account("boris@demo.test");
});

beforeEach(() => db.member.deleteMany());

it("gives a role once however often it is asked", async () => {
  const first = await link(anna, { facilityCodes: [FACILITY.code] });
  expect(await link(anna, { facilityCodes: [FACILITY.code] })).toEqual(first);
  const members = await active();
  expect(members).toMatchObject([{ role: "engineer", allFacilities: false, facilities: [{ facility: { code: FACILITY.code } }] }]);
});

it("replaces a role and keeps the old one as revoked", async () => {
  await link(anna, { facilityCodes: [FACILITY.code] });
  await link(anna, { role: "accountant" });
  expect(await active()).toMatchObject([{ role: "accountant", allFacilities: true, facilities: [] }]);
  expect(await db.member.count()).toBe(2);
});

it("refuses a foreign facility, an unknown contract and a second administrator", async () => {
  expect(await link(anna, { facilityCodes: [FOREIGN] })).toEqual({ ok: false, code: "unknown_facility" });
  expect(await link(anna, { contractNumber: "78019999999999" })).toEqual({ ok: false, code: "unknown_contract" });
  const [first, second] = await Promise.all([link(anna, { role: "administrator" }), link(boris, { role: "administrator" })]);
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
  expect([first, second]).toContainEqual({ ok: false, code: "administrator_exists" });
  expect(await active()).toHaveLength(1);
});

it("never changes the password of an account that exists", async () => {
  expect(await account("anna@demo.test", "Other-2026!")).toBe(anna);
  expect((await passPassword("client", { login: "anna@demo.test", password: "Demo-2026!" })).ok).toBe(true);
  expect((await passPassword("client", { login: "anna@demo.test", password: "Other-2026!" })).ok).toBe(false);
});
