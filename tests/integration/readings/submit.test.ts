import { NETWORK, PLANT, chainOf, entry, periodOf, registersOf, scopeOf, submission, written } from "@/tests/support/submissions";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import type * as clock from "@/lib/platform/clock";
import { now } from "@/lib/platform/clock";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import type { BillingPeriod, SubmissionEntry } from "@/lib/readings/types";
import { loadDemonstration } from "@/scripts/seed-load";

vi.mock("@/lib/platform/clock", async (load) => {
  const real = await load<typeof clock>();
  return { ...real, now: vi.fn(real.now) };
});

const TODAY = now();
let administrator: ContractScope;
let engineer: ContractScope;
let network: ContractScope;
let period: BillingPeriod;
let single: string[];
let double: string[];
let zones: string[];

beforeAll(async () => {
  await loadDemonstration();
  [single, double, zones] = await Promise.all([registersOf("20300109"), registersOf("43984851"), registersOf("01202434")]);
  administrator = await scopeOf("admin@demo.test", PLANT);
  engineer = await scopeOf("engineer@demo.test", PLANT);
  network = await scopeOf("admin@demo.test", NETWORK);
  period = await periodOf(administrator);
}, 60_000);
beforeEach(() => {
  vi.mocked(now).mockReturnValue(TODAY);
});
afterAll(() => db.$disconnect());

const send = (entries: SubmissionEntry[], scope = administrator) => submitReadings(scope, submission(period, entries));

/** Submits and says what was written by it. */
async function effectOf(entries: SubmissionEntry[], scope = administrator) {
  const before = await written();
  const outcome = await send(entries, scope);
  return { outcome, untouched: JSON.stringify(before) === JSON.stringify(await written()) };
}

describe("a submission", () => {
  it("writes values with their consumption, its audit row and its event together", async () => {
    const before = await written();
    const outcome = await send([entry(single[0], "12 442"), entry(double[0], "50401,25"), entry(double[1], "18231.5")]);
    expect(outcome).toMatchObject({ kind: "saved", receipt: { saved: 3, unchanged: 0, at: TODAY } });
    expect(await chainOf(single[0], period)).toEqual([{ version: 1, isCurrent: true, value: "12442", consumption: "12600" }]);
    expect(await chainOf(double[0], period)).toEqual([{ version: 1, isCurrent: true, value: "50401.25", consumption: "95700" }]);
    expect(await chainOf(double[1], period)).toEqual([{ version: 1, isCurrent: true, value: "18231.5", consumption: "37800" }]);
    expect(await written()).toEqual({ submissions: before.submissions + 1, readings: before.readings + 3, audit: before.audit + 1, outbox: before.outbox + 1 });
    const made = await db.submission.findFirstOrThrow({ orderBy: { number: "desc" } });
    const audit = await db.auditEvent.findFirstOrThrow({ where: { action: "readings.submit", subjectId: made.id } });
    expect(audit).toMatchObject({ actorKind: "client", contractId: administrator.contractId, before: { [single[0] ?? ""]: null }, after: { [single[0] ?? ""]: "12442" } });
    const event = await db.outboxEvent.findFirstOrThrow({ where: { kind: "readings.submitted" }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ contractId: administrator.contractId, payload: { submissionId: made.id, month: "2026-11", readings: 3 } });
  });

  it("corrects by new versions: the whole chain stays, one of it is current", async () => {
    for (const [version, text] of [[1, "12443"], [2, "12450.5"], [3, "12442"]] as const) {
      expect(await send([entry(single[0], text, version)])).toMatchObject({ kind: "saved", receipt: { saved: 1 } });
    }
    expect(await chainOf(single[0], period)).toEqual([
      { version: 1, isCurrent: false, value: "12442", consumption: "12600" },
      { version: 2, isCurrent: false, value: "12443", consumption: "25200" },
      { version: 3, isCurrent: false, value: "12450.5", consumption: "119700" },
      { version: 4, isCurrent: true, value: "12442", consumption: "12600" },
    ]);
  });

  it("that changes nothing succeeds with a receipt and no new version", async () => {
    const before = await written();
    expect(await send([entry(single[0], "12442,00", 4)])).toMatchObject({ kind: "saved", receipt: { saved: 0, unchanged: 1 } });
    expect(await written()).toEqual({ ...before, submissions: before.submissions + 1, audit: before.audit + 1 });
  });

  it("keeps nothing when something else in its transaction fails", async () => {
    const before = await written();
    const failing = submitReadings(administrator, submission(period, [entry(single[0], "12999", 4)]), () => Promise.reject(new Error("the disk is full")));
    await expect(failing).rejects.toThrow("the disk is full");
    expect(await written()).toEqual(before);
    expect((await chainOf(single[0], period)).at(-1)).toMatchObject({ version: 4, isCurrent: true });
  });
});

describe("nothing is half-saved when", () => {
  const right = () => entry(single[0], "12500", 4);
  it.each([
    ["a number is none", "12a", "not_a_number"],
    ["a number is negative", "-3121", "negative"],
    ["a value is below the previous one", "3120.49", "below_previous"],
    ["a value has too many digits before the point", "123456", "too_many_integer_digits"],
    ["a value has too many digits after the point", "3121.1234", "too_many_fraction_digits"],
  ])("%s", async (_, text, code) => {
    const { outcome, untouched } = await effectOf([right(), entry(zones[0], text), entry(zones[1], "1460")]);
    expect(outcome).toMatchObject({ kind: "refused", errors: [{ registerId: zones[0], problem: { code } }] });
    expect(untouched).toBe(true);
  });

  it.each(["", "  "])("a zone of a meter is missing (%j)", async (empty) => {
    const { outcome, untouched } = await effectOf([right(), entry(zones[0], "3130"), entry(zones[1], empty)]);
    expect(outcome).toMatchObject({ kind: "refused", errors: [{ registerId: zones[1], problem: { code: "incomplete_meter" } }] });
    expect(untouched).toBe(true);
  });

  it("a zone of a meter is not even named", async () => {
    const { outcome, untouched } = await effectOf([right(), entry(zones[1], "1460")]);
    expect(outcome).toMatchObject({ kind: "refused", errors: [{ registerId: zones[0], problem: { code: "incomplete_meter" } }] });
    expect(untouched).toBe(true);
  });

  it("a facility takes no readings", async () => {
    const closed = await db.register.findFirstOrThrow({ where: { meter: { meteringPoint: { facility: { contractId: network.contractId, status: "archived" } } } } });
    const { outcome, untouched } = await effectOf([entry(closed.id, "99999999")], network);
    expect(outcome).toMatchObject({ kind: "refused", errors: [{ problem: { code: "not_awaiting", thing: "facility", status: "archived" } }] });
    expect(untouched).toBe(true);
  });
});

describe("the window", () => {
  it.each([
    ["1 ms before it opens", "opensAt", -1, "closed"],
    ["as it opens", "opensAt", 0, "saved"],
    ["1 ms before it closes", "closesAt", -1, "saved"],
    ["as it closes", "closesAt", 0, "closed"],
    ["1 ms after it closed", "closesAt", 1, "closed"],
  ] as const)("%s", async (_, edge, shift, kind) => {
    vi.mocked(now).mockReturnValue(new Date(period[edge].getTime() + shift));
    const { outcome, untouched } = await effectOf([entry(single[0], "12442", 4)]);
    expect(outcome.kind).toBe(kind);
    expect(untouched).toBe(kind === "closed");
  });

  it("ends when staff close the period early", async () => {
    await db.billingPeriod.update({ where: { id: period.id }, data: { closedAt: TODAY } });
    expect(await send([entry(single[0], "12444", 4)])).toMatchObject({ kind: "closed", window: { state: "closed" } });
    await db.billingPeriod.update({ where: { id: period.id }, data: { closedAt: null } });
  });
});

describe("a register that is not the person's", () => {
  it("answers as one that does not exist: restricted, of another contract, absent", async () => {
    const [foreign] = await db.register.findMany({ where: { meter: { meteringPoint: { facility: { contractId: network.contractId } } } }, take: 1 });
    for (const registerId of [zones[0], foreign?.id, randomUUID()]) {
      const { outcome, untouched } = await effectOf([entry(registerId, "99999"), entry(single[0], "12600", 4)], engineer);
      expect(outcome).toEqual({ kind: "refused", errors: [{ registerId, problem: { code: "unknown_register" } }] });
      expect(untouched).toBe(true);
    }
  });

  it("is refused with the whole period when that is of another group", async () => {
    const strange = await db.billingPeriod.create({ data: { group: "other", month: new Date("2026-11-01"), opensAt: period.opensAt, closesAt: period.closesAt } });
    const outcome = await submitReadings(administrator, submission({ ...period, id: strange.id }, [entry(single[0], "12600", 4)]));
    expect(outcome).toEqual({ kind: "refused", errors: [{ registerId: single[0], problem: { code: "unknown_register" } }] });
  });

  it("does not keep the restricted person from their own facility", async () => {
    expect(await send([entry(double[0], "50402", 1), entry(double[1], "18232", 1)], engineer)).toMatchObject({ kind: "saved", receipt: { saved: 2 } });
  });
});
