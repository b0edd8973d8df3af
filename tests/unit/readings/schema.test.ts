import { expect, it } from "vitest";
import { submitReadingsSchema } from "@/lib/readings/schema";

const ID = "0198f2a0-0000-7000-8000-000000000001";
const input = { contract: "78010000000011", periodId: ID, clientKey: ID, entries: [{ registerId: ID, text: "12442", version: null }] };

it("takes a submission", () => {
  expect(submitReadingsSchema.parse(input)).toEqual(input);
});

it.each([
  ["a number of another length", { contract: "7801" }],
  ["no entries", { entries: [] }],
  ["a register twice", { entries: [...input.entries, ...input.entries] }],
  ["a very long text", { entries: [{ registerId: ID, text: "1".repeat(41), version: null }] }],
  ["a register that is no id", { entries: [{ registerId: "__proto__", text: "1", version: 1 }] }],
  ["a version before the first", { entries: [{ registerId: ID, text: "1", version: 0 }] }],
  ["a key that is no id", { clientKey: "1" }],
])("refuses %s", (_, changes) => {
  expect(submitReadingsSchema.safeParse({ ...input, ...changes }).success).toBe(false);
});
