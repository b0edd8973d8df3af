import { NETWORK, PLANT, chainOf, entry, periodOf, registersOf, scopeOf, submission, written } from "@/tests/support/submissions";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import type { BillingPeriod } from "@/lib/readings/types";
import { loadDemonstration } from "@/scripts/seed-load";

let administrator: ContractScope;
let engineer: ContractScope;
let network: ContractScope;
let period: BillingPeriod;
let single: string[];
let double: string[];

beforeAll(async () => {
  await loadDemonstration();
  [single, double] = await Promise.all([registersOf("20300109"), registersOf("43984851")]);
  administrator = await scopeOf("admin@demo.test", PLANT);
  engineer = await scopeOf("engineer@demo.test", PLANT);
  network = await scopeOf("admin@demo.test", NETWORK);
  period = await periodOf(administrator);
}, 60_000);
afterAll(() => db.$disconnect());

describe("the same submission", () => {
  const key = randomUUID();

  it("twenty times at once is one: one receipt, one version, one audit row, one event", async () => {
    const before = await written();
    const input = submission(period, [entry(single[0], "12442")], key);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitReadings(administrator, input)));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(outcomes[0]).toMatchObject({ kind: "saved", receipt: { saved: 1, unchanged: 0 } });
    expect(await written()).toEqual({ submissions: before.submissions + 1, readings: before.readings + 1, audit: before.audit + 1, outbox: before.outbox + 1 });
    expect(await chainOf(single[0], period)).toMatchObject([{ version: 1, isCurrent: true }]);
  });

  it("asked for again after a lost answer gives the old receipt, also when others corrected it and the period closed", async () => {
    const first = await submitReadings(administrator, submission(period, [entry(single[0], "12442")], key));
    await submitReadings(engineer, submission(period, [entry(single[0], "12445", 1)]));
    await db.billingPeriod.update({ where: { id: period.id }, data: { closedAt: period.opensAt } });
    const before = await written();
    expect(await submitReadings(administrator, submission(period, [entry(single[0], "12442")], key))).toEqual(first);
    expect(await written()).toEqual(before);
    await db.billingPeriod.update({ where: { id: period.id }, data: { closedAt: null } });
  });

  it("with other content under its key is refused", async () => {
    expect(await submitReadings(administrator, submission(period, [entry(single[0], "12443", 2)], key))).toEqual({ kind: "reused_key" });
    expect((await chainOf(single[0], period)).at(-1)).toMatchObject({ version: 2, value: "12445" });
  });

  it("under one key for different meters at once saves one of them", async () => {
    const shared = randomUUID();
    const outcomes = await Promise.all([
      submitReadings(administrator, submission(period, [entry(single[0], "12446", 2)], shared)),
      submitReadings(administrator, submission(period, [entry(double[0], "50400"), entry(double[1], "18300")], shared)),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["reused_key", "saved"]);
  });
});

describe("two people at once", () => {
  it("with different values: one is saved, the other sees whose and decides", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const version = (await chainOf(single[0], period)).length;
      const values = [String(12_500 + turn * 10), String(12_505 + turn * 10)];
      const outcomes = await Promise.all([
        submitReadings(administrator, submission(period, [entry(single[0], values[0] ?? "", version)])),
        submitReadings(engineer, submission(period, [entry(single[0], values[1] ?? "", version)])),
      ]);
      const winner = outcomes.findIndex(({ kind }) => kind === "saved");
      const name = [administrator, engineer].map(({ actor }) => ("userId" in actor && "name" in actor ? actor.name : ""))[winner];
      expect(outcomes[1 - winner]).toMatchObject({ kind: "conflict", registers: [{ registerId: single[0], value: values[winner], version: version + 1, by: name }] });
      const chain = await chainOf(single[0], period);
      expect(chain).toHaveLength(version + 1);
      expect(chain.filter(({ isCurrent }) => isCurrent)).toMatchObject([{ version: version + 1, value: values[winner] }]);
    }
  });

  it("with the same value agree", async () => {
    const version = (await chainOf(single[0], period)).length;
    const send = (scope: ContractScope) => submitReadings(scope, submission(period, [entry(single[0], "12600", version)]));
    const outcomes = await Promise.all([send(administrator), send(engineer)]);
    expect(outcomes.map((outcome) => (outcome.kind === "saved" ? outcome.receipt.saved : outcome.kind)).sort()).toEqual([0, 1]);
  });

  it("a conflict on one register of many saves none of them", async () => {
    const version = (await chainOf(single[0], period)).length;
    await submitReadings(engineer, submission(period, [entry(single[0], "12700", version)]));
    const before = await written();
    const doubles = await Promise.all(double.map((id) => chainOf(id, period)));
    const entries = [entry(single[0], "12701", version), ...double.map((id, index) => entry(id, index === 0 ? "50900" : "18900", doubles[index]?.length || null))];
    const outcome = await submitReadings(administrator, submission(period, entries));
    expect(outcome).toMatchObject({ kind: "conflict", registers: [{ registerId: single[0], value: "12700" }] });
    expect(await written()).toEqual(before);
  });

  it("naming the same meters in different orders never wait for each other", async () => {
    const meters = await db.register.findMany({
      where: { meter: { status: "awaiting", meteringPoint: { facility: { contractId: network.contractId, status: "awaiting" } } } },
      include: { readings: { where: { isCurrent: true }, orderBy: { month: "desc" }, take: 1 } },
      take: 30,
    });
    const entries = meters.map(({ id, readings }) => entry(id, readings[0]?.value.toFixed() ?? "0"));
    const orders = [entries, [...entries].reverse(), [...entries.slice(15), ...entries.slice(0, 15)], entries.slice(5, 25)];
    const outcomes = await Promise.all([...orders, ...orders].map((order) => submitReadings(network, submission(period, order))));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["saved"]));
    const ids = meters.map(({ id }) => id);
    expect(await db.reading.count({ where: { registerId: { in: ids }, periodId: period.id } })).toBe(30);
  });
});
