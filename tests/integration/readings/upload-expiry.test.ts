import { fileForm, refill, sample, scopesOf, uploadRequest } from "@/tests/support/upload-request";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/uploads/readings/route";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { closeJobs } from "@/lib/platform/jobs";
import { openFile } from "@/lib/platform/storage/files";
import { confirmUpload, expireUploads, refreshUpload, removeFiles } from "@/lib/readings/process";
import { getUpload } from "@/lib/readings/queries/get-upload";
import { loadDemonstration } from "@/scripts/seed-load";

const HOUR = 3600_000;
const good = sample("registers-78010000000011-openpyxl.xlsx");
const now = new Date("2026-11-21T12:00:00+03:00");
let scopes: ContractScope[] = [];

async function upload(bytes: Buffer): Promise<string> {
  const response = await POST(uploadRequest("78010000000011", fileForm(bytes)));
  return ((await response.json()) as { id: string }).id;
}

const end = (id: string, at: Date) => db.readingUpload.update({ where: { id }, data: { expiresAt: at }, include: { file: true } });

async function isKept(key: string): Promise<boolean> {
  const stream = await openFile(key);
  stream?.destroy();
  return stream !== null;
}

beforeAll(async () => {
  await loadDemonstration();
  scopes = await scopesOf("admin@demo.test");
}, 60_000);

afterAll(closeJobs);

describe("an upload nobody confirmed", () => {
  it("can no longer be confirmed once its time is over", async () => {
    const id = await upload(good);
    await end(id, now);
    expect((await getUpload(scopes, id))?.upload.status).toBe("expired");
    expect(await confirmUpload(scopes, id)).toEqual({ kind: "missing" });
    expect(await refreshUpload(scopes, id)).toEqual({ kind: "missing" });
  });

  it("goes an hour later with its file, and what was confirmed or still waits stays", async () => {
    const [replaced, late, waiting, confirmed] = await Promise.all([upload(good), upload(good), upload(good), upload(refill(good, () => ""))]);
    const refreshed = await refreshUpload(scopes, replaced);
    if (refreshed.kind !== "ready") throw new Error(refreshed.kind);
    await confirmUpload(scopes, confirmed);
    const over = new Date(now.getTime() - HOUR);
    const { file: shared } = await end(replaced, over);
    const { file: gone } = await end(late, over);
    await end(confirmed, over);
    await end(waiting, new Date(now.getTime() - HOUR + 1));
    await expireUploads();

    const left = await db.readingUpload.findMany({ where: { id: { in: [replaced, late, waiting, confirmed, refreshed.id] } }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([waiting, confirmed, refreshed.id].sort());
    expect(await db.storedFile.findMany({ where: { id: { in: [shared.id, gone.id] } }, select: { id: true } })).toEqual([{ id: shared.id }]);
    const jobs = await db.$queryRaw<{ data: { storageKeys: string[] } }[]>`SELECT data FROM pgboss.job WHERE name = 'readings.remove-files'`;
    const keys = jobs.flatMap(({ data }) => data.storageKeys);
    expect(keys).toContain(gone.storageKey);
    expect(keys).not.toContain(shared.storageKey);

    await removeFiles({ storageKeys: keys });
    await removeFiles({ storageKeys: keys });
    expect(await isKept(gone.storageKey)).toBe(false);
    expect(await isKept(shared.storageKey)).toBe(true);
    expect(await db.auditEvent.count({ where: { action: "readings.expire_upload", subjectId: late } })).toBe(1);
  });
});
