import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { writeReceipt } from "@/lib/payments/pdf/write-receipt";
import { receiptText, type Receipt } from "@/lib/payments/rules/receipt";

const RECEIPT: Receipt = {
  number: "17",
  contract: "78010000000011",
  clientName: "ООО «Северный завод»",
  inn: "7801000012",
  amount: 111621800n,
  refunded: 0n,
  purpose: "Оплата по договору № 78010000000011",
  method: "new_card",
  methodTitle: "Bank card *0004",
  capturedAt: new Date("2026-11-21T09:00:00Z"),
  bankId: "2ec0a1f4-000f-5000-8000-1b68e7b15f3f",
  settled: [{ number: "127000000011", kind: "advance", amount: 47837900n }],
};

/** Text a reader may copy: codes of the pages' strings through the fonts' own tables of characters. */
function textOf(pdf: Buffer): string {
  const streams = [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = ""]) => {
    try {
      return [inflateSync(Buffer.from(body, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });
  const maps = streams.filter((stream) => stream.includes("beginbfrange")).map(readMap);
  const shown = streams.filter((stream) => stream.includes("BT")).flatMap((stream) => [...stream.matchAll(/<([\da-f]+)>/gi)].map(([, hex = ""]) => hex));
  return maps.map((map) => shown.flatMap((hex) => hex.match(/.{4}/g) ?? []).map((code) => map.get(Number.parseInt(code, 16)) ?? "").join("")).join("\n");
}

function readMap(stream: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, low = "", list = ""] of stream.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)) {
    const texts = [...list.matchAll(/<([\da-f]+)>/gi)].map(([, hex = ""]) => Buffer.from(hex, "hex").swap16().toString("utf16le"));
    texts.forEach((text, index) => map.set(Number.parseInt(low, 16) + index, text));
  }
  return map;
}

it("is the same bytes each time, small, and its text may be copied", async () => {
  const [first, second] = [await writeReceipt(receiptText(RECEIPT, "Europe/Moscow")), await writeReceipt(receiptText(RECEIPT, "Europe/Moscow"))];
  expect(first.equals(second)).toBe(true);
  expect(first.subarray(0, 5).toString()).toBe("%PDF-");
  expect(first.length).toBeLessThan(100_000);
  const text = textOf(first);
  for (const part of ["ООО«Северныйзавод»", "№", "₽", "78010000000011", "478\u00a0379,00\u00a0₽", "21.11.2026,12:00"]) expect(text.replaceAll(" ", "")).toContain(part);
});

it("says what was settled, the rest as prepayment, and what was given back", () => {
  expect(receiptText(RECEIPT, "Europe/Moscow").settled).toEqual([
    ["Аванс № 127000000011", "478\u00a0379,00\u00a0₽"],
    ["Предоплата в счёт следующих счетов", "637\u00a0839,00\u00a0₽"],
  ]);
  const returned = receiptText({ ...RECEIPT, refunded: RECEIPT.amount, settled: [] }, "Europe/Moscow");
  expect(returned.facts).toContainEqual(["Возвращено", "1\u00a0116\u00a0218,00\u00a0₽"]);
  expect(returned.settled).toEqual([]);
});
