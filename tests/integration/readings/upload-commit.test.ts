import { fileForm, refill, sample, scopesOf, signIn, uploadRequest } from "@/tests/support/upload-request";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/downloads/register-template/route";
import { POST } from "@/app/api/uploads/readings/route";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { submitReadings } from "@/lib/readings/commands/submit-readings";
import { confirmUpload, refreshUpload } from "@/lib/readings/process";
import { getUpload } from "@/lib/readings/queries/get-upload";
import { listUploadSendRows, listUploadWrongRows } from "@/lib/readings/queries/get-upload-rows";
import { loadDemonstration } from "@/scripts/seed-load";

const PLANT = "78010000000011";
const NETWORK = "78010000000042";
const SAMPLES = ["openpyxl.xlsx", "openpyxl.xls", "libreoffice.xlsx"].map((end) => `registers-78010000000011-${end}`);
const good = sample("registers-78010000000011-openpyxl.xlsx");
const current = { month: new Date("2026-11-01"), isCurrent: true };

async function upload(bytes: Buffer, contract = PLANT): Promise<string> {
  const response = await POST(uploadRequest(contract, fileForm(bytes)));
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  return id;
}

async function preview(scopes: ContractScope[], id: string) {
  const found = await getUpload(scopes, id);
  if (!found) throw new Error("no preview");
  return found;
}

async function template(contract: string): Promise<Buffer> {
  const response = await GET(new NextRequest(`http://localhost:3000/api/downloads/register-template?contract=${contract}`));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const valuesOf = (contract: string) =>
  db.reading.findMany({ where: { ...current, register: { meter: { meteringPoint: { facility: { contract: { number: contract } } } } } } });

beforeAll(async () => {
  await loadDemonstration();
}, 60_000);

describe("a register file", () => {
  it.each(SAMPLES)("%s loads as it is, with the consumption its program meant", async (name) => {
    const scopes = await scopesOf("admin@demo.test");
    const { upload: made, scope } = await preview(scopes, await upload(sample(name)));
    expect(made.counts).toEqual({ send: 6, same: 0, wrong: 0, empty: 0 });
    const rows = await listUploadSendRows(scope, made.id, 1);
    expect(rows.map(({ consumption }) => Number(consumption)).sort((a, b) => a - b)).toEqual([830, 2410, 12_600, 26_940, 37_800, 95_700]);
  });

  it("of a person with a restriction is compared with the facilities of the restriction", async () => {
    const scopes = await scopesOf("engineer@demo.test");
    const { upload: made, scope } = await preview(scopes, await upload(good));
    expect(made.counts).toEqual({ send: 3, same: 0, wrong: 3, empty: 0 });
    expect((await listUploadWrongRows(scope, made.id, 1)).map(({ row, problem }) => [row, problem.code])).toEqual([
      [5, "unknown_facility"],
      [6, "unknown_facility"],
      [7, "unknown_facility"],
    ]);
  });

  it("holds back the whole meter of a wrong row and no other", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const file = refill(good, (row) => (row[5] === "Р+" ? "пятьсот" : (row[8] ?? "")));
    const { upload: made, scope } = await preview(scopes, await upload(file));
    expect(made.counts).toEqual({ send: 4, same: 0, wrong: 2, empty: 0 });
    expect((await listUploadWrongRows(scope, made.id, 1)).map(({ problem }) => problem.code)).toEqual(["other_register_wrong", "not_a_number"]);
  });

  it("may hold what JSON in the database cannot", async () => {
    await scopesOf("admin@demo.test");
    const odd = refill(good, () => "1\u{1f600}\u0000\ud83d".padEnd(61, "\u{1f600}"));
    await upload(odd);
  });
});

describe("a confirmation", () => {
  it("of somebody else's upload finds nothing", async () => {
    const owner = await scopesOf("admin@demo.test");
    const id = await upload(good);
    const others = await scopesOf("engineer@demo.test");
    expect(await confirmUpload(others, id)).toEqual({ kind: "missing" });
    expect(await confirmUpload(others, "00000000-0000-4000-8000-000000000000")).toEqual({ kind: "missing" });
    expect(await refreshUpload(others, id)).toEqual({ kind: "missing" });
    expect(await confirmUpload([], id)).toEqual({ kind: "missing" });
    expect(await getUpload(owner, id)).not.toBeNull();
  });

  it("twenty times at once is one submission with one receipt", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const id = await upload(good);
    const before = await db.submission.count();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmUpload(scopes, id)));
    const [first] = outcomes;
    expect(first).toMatchObject({ kind: "saved", receipt: { saved: 6, unchanged: 0 } });
    for (const outcome of outcomes) expect(outcome).toEqual(first);
    expect(await db.submission.count()).toBe(before + 1);
    expect(await confirmUpload(scopes, id)).toEqual(first);
    expect((await preview(scopes, id)).upload).toMatchObject({ status: "committed", receipt: { saved: 6, unchanged: 0 } });
    expect(await db.auditEvent.count({ where: { action: "readings.commit_upload", subjectId: id } })).toBe(1);
    const sums = (await valuesOf(PLANT)).map(({ consumption }) => Number(consumption)).sort((a, b) => a - b);
    expect(sums).toEqual([830, 2410, 12_600, 26_940, 37_800, 95_700]);
  });

  it("of the same file again has nothing to send", async () => {
    const scopes = await scopesOf("admin@demo.test");
    expect((await preview(scopes, await upload(sample(SAMPLES[1] ?? "")))).upload.counts).toEqual({ send: 0, same: 6, wrong: 0, empty: 0 });
  });

  it("after somebody sent another value sends nothing, says so, and can be compared again", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const file = refill(good, (row) => (row[3] === "20300109" ? "12443" : (row[8] ?? "")));
    const id = await upload(file);
    const [engineer] = await scopesOf("engineer@demo.test");
    const register = await db.register.findFirstOrThrow({ where: { meter: { serialNumber: "20300109" } } });
    const { period } = (await preview(scopes, id)).upload;
    const theirs = { registerId: register.id, text: "12450", version: 1 };
    if (!engineer) throw new Error("no scope");
    const input = { periodId: period.id, clientKey: crypto.randomUUID(), source: "cabinet" as const, entries: [theirs] };
    expect(await submitReadings(engineer, input)).toMatchObject({ kind: "saved" });
    const outcome = await confirmUpload(scopes, id);
    expect(outcome).toMatchObject({ kind: "outdated", total: 1, registers: [{ name: "20300109 А+ Круглосуточная" }] });
    expect(outcome.kind === "outdated" && outcome.registers[0]?.reason).toContain("12\u00a0450");
    expect((await db.reading.findFirstOrThrow({ where: { ...current, registerId: register.id } })).value.toString()).toBe("12450");

    await signIn("admin@demo.test");
    const refreshed = await refreshUpload(scopes, id);
    if (refreshed.kind !== "ready") throw new Error(refreshed.kind);
    expect(await confirmUpload(scopes, id)).toEqual({ kind: "missing" });
    expect(await refreshUpload(scopes, id)).toEqual({ kind: "missing" });
    expect(await confirmUpload(scopes, refreshed.id)).toMatchObject({ kind: "saved", receipt: { saved: 1, unchanged: 5 } });
  });
});

describe("a file of 500 meters", () => {
  beforeAll(async () => {
    const contract = { number: NETWORK };
    await db.facility.updateMany({ where: { contract }, data: { status: "awaiting" } });
    await db.meter.updateMany({ where: { meteringPoint: { facility: { contract } } }, data: { status: "awaiting" } });
  });

  const filled = async (add: number) => refill(await template(NETWORK), (row) => String(Number(row[7]) + add));

  it("comes from the template, goes in whole, and the template then holds what was sent", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const id = await upload(await filled(7), NETWORK);
    expect((await preview(scopes, id)).upload.counts).toEqual({ send: 500, same: 0, wrong: 0, empty: 0 });
    expect(await confirmUpload(scopes, id)).toMatchObject({ kind: "saved", receipt: { saved: 500, unchanged: 0 } });
    expect(await valuesOf(NETWORK)).toHaveLength(500);
    const again = await upload(await template(NETWORK), NETWORK);
    expect((await preview(scopes, again)).upload.counts).toEqual({ send: 0, same: 500, wrong: 0, empty: 0 });
  });

  it("is planned anew when a register changed meanwhile", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const id = await upload(await filled(8), NETWORK);
    const meter = await db.meter.findFirstOrThrow({ where: { meteringPoint: { facility: { contract: { number: NETWORK } } } } });
    await db.meter.update({ where: { id: meter.id }, data: { status: "verification_overdue" } });
    expect(await confirmUpload(scopes, id)).toMatchObject({ kind: "outdated", total: 1, registers: [{ name: expect.stringContaining(meter.serialNumber) as string }] });
    await db.meter.update({ where: { id: meter.id }, data: { status: "awaiting" } });
    expect(await confirmUpload(scopes, id)).toMatchObject({ kind: "saved", receipt: { saved: 500 } });
    expect(await db.reading.count({ where: { month: current.month, version: 2, isCurrent: true } })).toBeGreaterThanOrEqual(500);
  });
});

describe("when the period has closed", () => {
  it("neither a waiting preview nor a new file is taken, and a repetition still gets its receipt", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const sent = await upload(refill(good, (row) => (row[3] === "20300109" ? "12444" : (row[8] ?? ""))));
    const receipt = await confirmUpload(scopes, sent);
    expect(receipt).toMatchObject({ kind: "saved", receipt: { saved: 1 } });
    const waiting = await upload(refill(good, () => ""));
    await db.billingPeriod.updateMany({ where: { month: { gte: current.month } }, data: { closedAt: new Date("2026-11-21T11:00:00+03:00") } });
    expect(await confirmUpload(scopes, waiting)).toMatchObject({ kind: "closed" });
    expect(await refreshUpload(scopes, waiting)).toMatchObject({ kind: "closed" });
    expect(await confirmUpload(scopes, sent)).toEqual(receipt);
    const refused = await POST(uploadRequest(PLANT, fileForm(good)));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: "closed" });
  });
});
