import { fileForm, sample, signIn, uploadRequest } from "@/tests/support/upload-request";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/uploads/readings/route";
import { db } from "@/lib/db/client";
import { loadDemonstration } from "@/scripts/seed-load";

const CONTRACT = "78010000000011";
const GOOD = "registers-78010000000011-openpyxl.xlsx";

async function send(contract: string, body: BodyInit | null, headers?: Record<string, string>) {
  const response = await POST(uploadRequest(contract, body, headers));
  const text = await response.text();
  return { status: response.status, location: response.headers.get("location"), body: text === "" ? null : (JSON.parse(text) as Record<string, unknown>) };
}

const stored = () => Promise.all([db.readingUpload.count(), db.storedFile.count(), db.auditEvent.count({ where: { action: "readings.upload" } })]);

beforeAll(async () => {
  await loadDemonstration();
}, 60_000);

describe("who may send a file", () => {
  it("sends nobody away with 401", async () => {
    await signIn();
    expect(await send(CONTRACT, fileForm(sample(GOOD)))).toMatchObject({ status: 401 });
  });

  it("answers a foreign contract exactly as an absent and a nonsensical one", async () => {
    await signIn("other@demo.test");
    const foreign = await send(CONTRACT, fileForm(sample(GOOD)));
    expect(foreign.status).toBe(404);
    expect(await send("78019999999999", fileForm(sample(GOOD)))).toEqual(foreign);
    expect(await send("%00", fileForm(sample(GOOD)))).toEqual(foreign);
  });

  it("tells a member without the right so", async () => {
    await signIn("accountant@demo.test");
    expect(await send(CONTRACT, fileForm(sample(GOOD)))).toMatchObject({ status: 403 });
  });

  it("refuses a form of another site", async () => {
    await signIn("admin@demo.test");
    const form = fileForm(sample(GOOD));
    expect(await send(CONTRACT, form, { "sec-fetch-site": "cross-site" })).toMatchObject({ status: 403, body: { code: "cross_site" } });
    expect(await send(CONTRACT, form, { "sec-fetch-site": "same-site" })).toMatchObject({ status: 403 });
  });
});

describe("what is stored", () => {
  beforeEach(() => signIn("admin@demo.test"));

  it("keeps the file, its preview and one audit row", async () => {
    const before = await stored();
    const { status, body } = await send(CONTRACT, fileForm(sample(GOOD)));
    expect(status).toBe(201);
    expect(await stored()).toEqual(before.map((count) => count + 1));
    const upload = await db.readingUpload.findUniqueOrThrow({ where: { id: String(body?.id) }, include: { file: true } });
    expect(upload).toMatchObject({ status: "ready", preview: { counts: { send: 6, same: 0, wrong: 0, empty: 0 } } });
    expect(upload.file).toMatchObject({ name: "Показания.xlsx", size: BigInt(sample(GOOD).length) });
  });

  it("sends a plain form on to the preview, or back with the reason", async () => {
    const html = { accept: "text/html,application/xhtml+xml" };
    const good = await send(CONTRACT, fileForm(sample(GOOD)), html);
    expect(good).toMatchObject({ status: 303, location: expect.stringMatching(/^\/readings\/upload\/[0-9a-f-]{36}$/) as string });
    const bad = await send(CONTRACT, fileForm(Buffer.from("not a workbook")), html);
    expect(bad).toMatchObject({ status: 303, location: `/readings/upload?contract=${CONTRACT}&refused=not_workbook` });
  });

  it.each([
    ["no file", new FormData()],
    ["no form", "text"],
    ["nothing", null],
  ])("says that there is %s", async (_, body) => {
    const before = await stored();
    expect(await send(CONTRACT, body)).toMatchObject({ status: 400, body: { code: "no_file" } });
    expect(await stored()).toEqual(before);
  });

  it("stops a stream without a length at the limit", async () => {
    const chunk = new Uint8Array(1024 * 1024);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(chunk);
      },
    });
    const request = uploadRequest(CONTRACT, null);
    const streamed = new Request(request.url, { method: "POST", headers: request.headers, body: endless, duplex: "half" } as RequestInit);
    const response = await POST(Object.assign(streamed, { nextUrl: request.nextUrl }) as never);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  it("does not read a body that says it is too long", async () => {
    const request = uploadRequest(CONTRACT, fileForm(sample(GOOD)), { "content-length": String(11 * 1024 * 1024) });
    const response = await POST(request);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "too_big" });
    expect(request.bodyUsed).toBe(false);
  });
});
