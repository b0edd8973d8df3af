import { fileForm, sample, signIn, uploadRequest } from "@/tests/support/upload-request";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Constants from "@/lib/readings/constants";
import { db } from "@/lib/db/client";
import { loadDemonstration } from "@/scripts/seed-load";

const limits = vi.hoisted(() => ({ given: {} }));

vi.mock("@/lib/readings/constants", async (original) => {
  const constants = await original<typeof Constants>();
  // Read anew by every import, while the mock itself is made once.
  const settings = new Proxy(constants.FILE_WORKER, { get: (target, key) => Reflect.get({ ...target, ...limits.given }, key) as unknown });
  return { ...constants, FILE_WORKER: settings };
});

const stored = () => Promise.all([db.readingUpload.count(), db.storedFile.count(), db.auditEvent.count()]);

beforeAll(async () => {
  await loadDemonstration();
  await signIn("admin@demo.test");
}, 60_000);

beforeEach(() => vi.resetModules());

describe("a thread that", () => {
  it.each([
    ["takes too long", { timeoutMs: 1 }, 422, "too_complex"],
    ["needs more memory than it may", { memoryMb: 4 }, 422, "too_complex"],
    ["is not free", { threads: 0, waiting: 0 }, 503, "busy"],
  ])("%s leaves nothing half-saved", async (_, given, status, code) => {
    limits.given = given;
    const { POST } = await import("@/app/api/uploads/readings/route");
    const before = await stored();
    const response = await POST(uploadRequest("78010000000011", fileForm(sample("registers-78010000000011-openpyxl.xlsx"))));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, message: expect.stringMatching(/[а-я]/) as string });
    expect(response.headers.has("retry-after")).toBe(status === 503);
    expect(await stored()).toEqual(before);
  });
});
