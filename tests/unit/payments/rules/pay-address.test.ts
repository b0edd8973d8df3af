import { expect, test } from "vitest";
import { payAddress, repeatAddress } from "@/lib/payments/rules/pay-address";
import { payAddressSchema } from "@/lib/payments/schema/pay-address";

const contract = "78010000000011";
const read = (address: string) => {
  const given: Record<string, string | string[]> = {};
  const { searchParams } = new URL(address, "http://any");
  for (const key of searchParams.keys()) {
    const values = searchParams.getAll(key);
    given[key] = values.length > 1 ? values : (values[0] ?? "");
  }
  return payAddressSchema.parse(given);
};

test("what an address is made of is what it is read as", () => {
  expect(read(payAddress({ contract }))).toEqual({ contract });
  expect(read(payAddress({ contract, bill: "127" }))).toEqual({ contract, bill: "127" });
  expect(read(payAddress({ contract, bills: [] }))).toEqual({ contract, bills: [] });
  expect(read(payAddress({ contract, bills: ["1"], amount: 5n }))).toEqual({ contract, bills: ["1"], amount: "0.05" });
  expect(read(payAddress({ contract, bills: ["1", "2"], amount: 111_621_800n }))).toEqual({ contract, bills: ["1", "2"], amount: "1116218.00" });
});

test("nonsense means the whole debt", () => {
  expect(payAddressSchema.parse({ contract, bill: "x".repeat(500), bills: { a: 1 }, amount: ["1"] })).toMatchObject({ contract, bill: undefined });
  expect(payAddressSchema.parse({}).bills).toBeUndefined();
});

test("a payment is repeated with the same documents and sum", () => {
  const planned = [{ number: "1", amount: 100n }];
  expect(read(repeatAddress({ contract, amount: 100n, planned }))).toEqual({ contract, bill: "1" });
  expect(read(repeatAddress({ contract, amount: 150n, planned }))).toEqual({ contract, bills: ["1"], amount: "1.50" });
  expect(read(repeatAddress({ contract, amount: 150n, planned: [] }))).toEqual({ contract, bills: [], amount: "1.50" });
});
