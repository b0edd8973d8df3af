import { fileForm, sample, signIn, uploadRequest } from "@/tests/support/upload-request";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/uploads/readings/route";
import type { ClientActor, ContractScope } from "@/lib/auth/actor";
import { listScopes } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { confirmUpload, refreshUpload } from "@/lib/readings/process";
import { getUpload } from "@/lib/readings/queries/get-upload";
import { listUploadSendRows } from "@/lib/readings/queries/get-upload-rows";
import { loadDemonstration } from "@/scripts/seed-load";

const CONTRACT = "78010000000011";
const SAMPLES = ["registers-78010000000011-openpyxl.xlsx", "registers-78010000000011-openpyxl.xls", "registers-78010000000011-libreoffice.xlsx"];

async function scopesOf(email: string): Promise<ContractScope[]> {
  await signIn(email);
  return listScopes((await getActor()) as ClientActor, "readings.submit");
}

async function upload(name: string): Promise<string> {
  const response = await POST(uploadRequest(CONTRACT, fileForm(sample(name), name)));
  const { id } = (await response.json()) as { id: string };
  return id;
}

beforeAll(async () => {
  await loadDemonstration();
}, 60_000);

describe("a register file", () => {
  it.each(SAMPLES)("%s loads as it is, with the consumption its program meant", async (name) => {
    const scopes = await scopesOf("admin@demo.test");
    const found = await getUpload(scopes, await upload(name));
    if (!found) throw new Error("no preview");
    expect(found.upload.counts).toEqual({ send: 6, same: 0, wrong: 0, empty: 0 });
    const rows = await listUploadSendRows(found.scope, found.upload.id, 1);
    expect(rows.map(({ consumption }) => Number(consumption)).sort((a, b) => a - b)).toEqual([830, 2410, 12_600, 26_940, 37_800, 95_700]);
  });

  it("of a person with a restriction is compared with the facilities of the restriction", async () => {
    const [scope] = await scopesOf("engineer@demo.test");
    if (!scope) throw new Error("no scope");
    const found = await getUpload([scope], await upload(SAMPLES[0] ?? ""));
    expect(found?.upload.counts).toEqual({ send: 3, same: 0, wrong: 3, empty: 0 });
  });
});

describe("a confirmation", () => {
  it("of somebody else's upload finds nothing", async () => {
    const owner = await scopesOf("admin@demo.test");
    const id = await upload(SAMPLES[0] ?? "");
    const others = await scopesOf("engineer@demo.test");
    expect(await confirmUpload(others, id)).toEqual({ kind: "missing" });
    expect(await confirmUpload(others, "00000000-0000-4000-8000-000000000000")).toEqual({ kind: "missing" });
    expect(await refreshUpload(others, id)).toEqual({ kind: "missing" });
    expect(await getUpload(owner, id)).not.toBeNull();
  });

  it("twenty times at once is one submission with one receipt", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const id = await upload(SAMPLES[0] ?? "");
    const before = await db.submission.count();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => confirmUpload(scopes, id)));
    const [first] = outcomes;
    expect(first).toMatchObject({ kind: "saved", receipt: { saved: 6, unchanged: 0 } });
    for (const outcome of outcomes) expect(outcome).toEqual(first);
    expect(await db.submission.count()).toBe(before + 1);
    expect(await confirmUpload(scopes, id)).toEqual(first);
    const found = await getUpload(scopes, id);
    expect(found?.upload).toMatchObject({ status: "committed", receipt: { saved: 6, unchanged: 0 } });
    expect(await db.auditEvent.count({ where: { action: "readings.commit_upload", subjectId: id } })).toBe(1);
  });

  it("of the same file again has nothing to send", async () => {
    const scopes = await scopesOf("admin@demo.test");
    const found = await getUpload(scopes, await upload(SAMPLES[1] ?? ""));
    expect(found?.upload.counts).toEqual({ send: 0, same: 6, wrong: 0, empty: 0 });
  });
});
