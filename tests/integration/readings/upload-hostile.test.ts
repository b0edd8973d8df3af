import { fileForm, sample, signIn, uploadRequest } from "@/tests/support/upload-request";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/uploads/readings/route";
import { db } from "@/lib/db/client";
import { loadDemonstration } from "@/scripts/seed-load";
import { HEADERS, MACRO_WORKBOOK_TYPE, makeCompound, makeRegisterFile, makeWorkbook, registerRow } from "@/tests/support/workbooks";
import { makeZip } from "@/tests/support/zip";

const CONTRACT = "78010000000011";
const MEGABYTE = 1024 * 1024;
const row = (...cells: string[]) => ["780100000000110001", "", "", "20300109", "", "А+", "Круглосуточная", "12441", ...cells];

const REFUSED: [string, () => Buffer, number, string][] = [
  ["no bytes", () => Buffer.alloc(0), 422, "empty_file"],
  ["a text", () => Buffer.from("Код ЭО;Номер ПУ"), 422, "not_workbook"],
  ["11 MB", () => Buffer.concat([makeRegisterFile(12442), Buffer.alloc(11 * MEGABYTE)]), 413, "too_big"],
  ["one byte more than 10 MB", () => Buffer.alloc(10 * MEGABYTE + 1, "P"), 413, "too_big"],
  ["a zip of something else", () => makeZip([{ name: "readme.txt", content: "x" }]), 422, "not_workbook"],
  ["macros", () => makeRegisterFile(12442, { contentType: MACRO_WORKBOOK_TYPE }), 422, "macros"],
  ["a password", () => makeCompound(["EncryptionInfo", "EncryptedPackage"]), 422, "password"],
  ["a cut workbook", () => makeRegisterFile(12442).subarray(0, 900), 422, "broken"],
  ["a zip bomb", () => makeRegisterFile(12442, { extra: [{ name: "xl/x.xml", content: Buffer.alloc(60 * MEGABYTE) }] }), 422, "archive_too_big"],
  ["a bomb that lies about its size", () => makeRegisterFile(12442, { extra: [{ name: "xl/x.xml", content: Buffer.alloc(60 * MEGABYTE), claimedSize: 1000 }] }), 422, "broken"],
  ["no header", () => makeWorkbook([{ name: "Лист1", rows: [["Время", "01.11.2026"]] }]), 422, "no_header"],
  ["a missing column", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS.slice(0, 8), registerRow(1)] }]), 422, "missing_columns"],
  ["a cell at XFD1048576", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, registerRow(12442)], below: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]), 422, "too_many_rows"],
];

const TAKEN: [string, () => Buffer, object][] = [
  ["a dimension of A1:XFD1048576", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, registerRow(12442)], dimension: "A1:XFD1048576" }]), { send: 1, same: 0, wrong: 0, empty: 0 }],
  ["names of object prototypes", () => makeWorkbook([{ name: "__proto__", rows: [HEADERS, ["__proto__", "", "", "constructor", "", "toString", "hasOwnProperty", "", "1"], registerRow(12442)] }]), { send: 1, same: 0, wrong: 1, empty: 0 }],
  ["a formula", () => makeRegisterFile({ attributes: "", xml: "<f>12441+1</f><v>12442</v>" }), { send: 1, same: 0, wrong: 0, empty: 0 }],
  ["a formula without a result", () => makeRegisterFile({ attributes: "", xml: "<f>1/0</f>" }), { send: 0, same: 0, wrong: 1, empty: 0 }],
  ["a zero character and half a pair", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, ["7801\u0001", "", "", "\ud83d".padEnd(70, "\u{1f600}"), "", "А+", "День", "", "1\u0000"]] }]), { send: 0, same: 0, wrong: 1, empty: 0 }],
  ["a row twice and one without a value", () => makeWorkbook([{ name: "Лист1", rows: [HEADERS, row("12442"), row("12443"), row("")] }]), { send: 0, same: 0, wrong: 2, empty: 1 }],
];

const stored = () => Promise.all([db.readingUpload.count(), db.storedFile.count(), db.auditEvent.count()]);

async function send(bytes: Uint8Array, name?: string) {
  const response = await POST(uploadRequest(CONTRACT, fileForm(bytes, name)));
  return { status: response.status, body: (await response.json()) as { id?: string; code?: string; message?: string } };
}

beforeAll(async () => {
  await loadDemonstration();
  await signIn("admin@demo.test");
  // The thread is warm afterwards, so that its start is not measured below.
  await send(sample("registers-78010000000011-openpyxl.xlsx"));
}, 60_000);

describe("a file with", () => {
  it.each(REFUSED)("%s is refused in words and leaves nothing", async (_, make, status, code) => {
    const bytes = make();
    const before = await stored();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const answer = await send(bytes);
    delay.disable();
    expect(answer).toEqual({ status, body: { code, message: expect.stringMatching(/^[А-Я].+[^.]$/) as string } });
    expect(await stored()).toEqual(before);
    // Others are answered within a second; a busy test machine gets some of it.
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it.each(TAKEN)("%s is read", async (_, make, counts) => {
    const { status, body } = await send(make());
    expect(status).toBe(201);
    const { preview } = await db.readingUpload.findUniqueOrThrow({ where: { id: body.id ?? "" }, select: { preview: true } });
    expect(preview).toMatchObject({ counts });
  });

  it.each([
    ["../../../etc/passwd", "passwd"],
    ["C:\\Users\\Иван\\показания.xlsx", "показания.xlsx"],
    ['a"b\r\nc.xlsx', 'a"bc.xlsx'],
    ["\u202exslx.exe", "xslx.exe"],
  ])("the name %j is kept as %j", async (name, kept) => {
    const { body } = await send(sample("registers-78010000000011-openpyxl.xlsx"), name);
    const { file } = await db.readingUpload.findUniqueOrThrow({ where: { id: body.id ?? "" }, select: { file: true } });
    expect(file.name).toBe(kept);
    expect(file.storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/);
  });
});
