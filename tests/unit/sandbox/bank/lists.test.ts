import { expect, it } from "vitest";
import { type BankObject, openBank } from "../../../support/bank-client";

type Bank = Awaited<ReturnType<typeof openBank>>;

async function readAll(bank: Bank, path: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()): Promise<BankObject[][]> {
  const pages: BankObject[][] = [];
  let cursor: string | undefined;
  do {
    const { body } = await bank.get(cursor === undefined ? path : `${path}&cursor=${cursor}`);
    pages.push(body.items);
    cursor = body.next_cursor;
    await meanwhile();
  } while (cursor !== undefined);
  return pages;
}

async function withPayments(count: number) {
  const bank = await openBank();
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    ids.push((await bank.create()).body.id);
    bank.control.clock({ advanceMs: 60_000 });
  }
  return { bank, ids };
}

it("gives every payment once, newest first, while new ones arrive", async () => {
  const { bank, ids } = await withPayments(7);
  const pages = await readAll(bank, "/v3/payments?limit=3", () => bank.create());
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(pages.flat().map(({ id }) => id)).toEqual(ids.toReversed());
});

it("ends without a cursor when the last page is full", async () => {
  const { bank } = await withPayments(4);
  expect((await readAll(bank, "/v3/payments?limit=2")).map((page) => page.length)).toEqual([2, 2]);
});

it("filters by time, status and way to pay", async () => {
  const { bank, ids } = await withPayments(4);
  const [first = "", second = ""] = ids;
  bank.control.pay(first);
  bank.control.pay(second, "succeeded", { method: "sbp" });
  const found = async (query: string) => (await bank.get(`/v3/payments?${query}`)).body.items.map(({ id }) => ids.indexOf(id));
  expect(await found("created_at.gte=2026-11-21T09:01:00Z&created_at.lt=2026-11-21T12:03:00%2B03:00")).toEqual([2, 1]);
  expect(await found("created_at.gt=2026-11-21T09:01:00Z&created_at.lte=2026-11-21T09:03:00Z")).toEqual([3, 2]);
  expect(await found("status=pending")).toEqual([3, 2]);
  expect(await found("status=succeeded&payment_method=sbp")).toEqual([1]);
  expect(await found("status=canceled")).toEqual([]);
});

it("lists refunds, also of one payment, with cursors", async () => {
  const { bank, ids } = await withPayments(2);
  const [first = "", second = ""] = ids;
  for (const id of ids) bank.control.pay(id);
  for (const id of [first, second, first, first]) bank.control.refundAtBank(id, "1.00");
  expect((await readAll(bank, "/v3/refunds?limit=3")).map((page) => page.length)).toEqual([3, 1]);
  expect((await readAll(bank, `/v3/refunds?limit=2&payment_id=${first}&status=succeeded`)).flat()).toHaveLength(3);
  expect((await bank.get("/v3/refunds?created_at.lt=2026-11-21T09:00:00Z")).body).toEqual({ type: "list", items: [] });
});

it.each(["limit=0", "limit=101", "limit=x", "cursor=nonsense", "status=paid", "created_at.gte=yesterday"])("refuses %s", async (query) => {
  const bank = await openBank();
  const [parameter] = query.split("=");
  expect(await bank.get(`/v3/payments?${query}`)).toMatchObject({ status: 400, body: { code: "invalid_request", parameter } });
});
