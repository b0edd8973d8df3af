import { bank, bankIdOf, bankPayments, checkAndReset, clientOf, makeContract, makePayer, pass, payAtBank, paymentOf, request, settle, start, stopStand } from "@/tests/support/payment-stand";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClientActor, ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { removeCard } from "@/lib/payments/commands/remove-card";
import { refreshCardLink, startCardLink } from "@/lib/payments/process/link-card";
import { startPayment } from "@/lib/payments/process/start-payment";

let scope: ContractScope;
let owner: ClientActor;
beforeEach(async () => {
  scope = await makePayer(await makeContract());
  owner = clientOf(scope);
});
afterEach(checkAndReset);
afterAll(stopStand);

const linkOf = (id: string) => db.cardLink.findUniqueOrThrow({ where: { id } });
const cards = () => db.savedCard.findMany({ where: { userId: owner.userId, removedAt: null } });
const holdOf = (linkId: string) => bankPayments().find(({ metadata }) => metadata.card_link_id === linkId)?.id ?? "";

async function link(): Promise<string> {
  const { linkId, confirmationUrl } = await startCardLink(owner, { clientKey: randomUUID() });
  expect(confirmationUrl).toBe(`${bank.url}/pay/${holdOf(linkId)}`);
  return linkId;
}

describe("adding a card", () => {
  it("is a hold of one rouble that is cancelled at once, and leaves a token and a mask", async () => {
    const id = await link();
    bank.control.pay(holdOf(id));
    await settle();
    expect(await linkOf(id)).toMatchObject({ status: "canceled", failureReason: null, confirmationUrl: null });
    expect(bankPayments()).toMatchObject([{ status: "canceled", amount: { value: "1.00" } }]);
    const [card] = await cards();
    expect(card).toMatchObject({ mask: "220000******0004", brand: "Mir", expiryMonth: 12, expiryYear: 2035 });
    expect((await linkOf(id)).savedCardId).toBe(card?.id);
  });

  it("twice with the same key opens one hold", async () => {
    const clientKey = randomUUID();
    const links = await Promise.all(Array.from({ length: 10 }, () => startCardLink(owner, { clientKey })));
    expect(new Set(links.map(({ linkId }) => linkId)).size).toBe(1);
    expect(bankPayments()).toHaveLength(1);
  });

  it("fails when the card is refused or nobody comes back", async () => {
    const refused = await link();
    bank.control.pay(holdOf(refused), "fraud_suspected");
    await settle();
    expect(await linkOf(refused)).toMatchObject({ status: "canceled", savedCardId: null, failureReason: "fraud_suspected" });
    const left = await link();
    await pass(16);
    expect(await linkOf(left)).toMatchObject({ status: "expired", savedCardId: null });
    expect(await cards()).toEqual([]);
  });

  it("whose answers are lost is still one hold, cancelled", async () => {
    bank.control.switches({ cut_after: [{ operation: "create", next: 1 }, { operation: "cancel", next: 1 }], notification_lost: true });
    const { linkId, status } = await startCardLink(owner, { clientKey: randomUUID() });
    expect(status).toBe("unknown");
    await refreshCardLink(linkId);
    expect(await linkOf(linkId)).toMatchObject({ status: "awaiting_user" });
    bank.control.pay(holdOf(linkId));
    await pass(6);
    expect(await linkOf(linkId)).toMatchObject({ status: "canceled" });
    expect(bankPayments()).toMatchObject([{ status: "canceled" }]);
    expect(await cards()).toHaveLength(1);
  });

  it("after its time is over keeps no money: the hold is cancelled", async () => {
    const id = await link();
    await pass(16);
    bank.control.switches({ notification_lost: true });
    bank.control.pay(holdOf(id));
    await pass(5);
    expect(await linkOf(id)).toMatchObject({ status: "expired" });
    expect(bankPayments()).toMatchObject([{ status: "canceled" }]);
  });

  it("again replaces its older token", async () => {
    for (const id of [await link(), await link()]) {
      bank.control.pay(holdOf(id));
      await settle();
    }
    expect(await cards()).toHaveLength(1);
    expect(await db.savedCard.count({ where: { userId: owner.userId } })).toBe(2);
  });
});

describe("a saved card", () => {
  async function saved(): Promise<string> {
    const id = await link();
    bank.control.pay(holdOf(id));
    await settle();
    return (await linkOf(id)).savedCardId ?? "";
  }

  it("pays without a page", async () => {
    const savedCardId = await saved();
    const outcome = await startPayment(scope, request(10_000n, [], { method: "saved_card", savedCardId }));
    expect(outcome).toMatchObject({ kind: "started", status: "succeeded", confirmationUrl: null });
  });

  it("whose answer is lost is charged once", async () => {
    const savedCardId = await saved();
    bank.control.switches({ cut_after: { operation: "create", next: 1 } });
    const id = await start(scope, 10_000n, [], { method: "saved_card", savedCardId });
    expect(await paymentOf(id)).toMatchObject({ status: "unknown" });
    await pass(1);
    expect(await paymentOf(id)).toMatchObject({ status: "succeeded" });
    expect(bankIdOf(id)).toBe((await paymentOf(id)).bankId);
  });

  it("can be refused by the bank", async () => {
    const savedCardId = await saved();
    const { token } = await db.savedCard.findUniqueOrThrow({ where: { id: savedCardId } });
    bank.control.card(token, "insufficient_funds");
    const id = await start(scope, 10_000n, [], { method: "saved_card", savedCardId });
    expect(await paymentOf(id)).toMatchObject({ status: "canceled", failureReason: "insufficient_funds" });
  });

  it("is of its owner alone, and removed it pays no more", async () => {
    const savedCardId = await saved();
    const other = await makePayer(scope.number);
    expect(await startPayment(other, request(10_000n, [], { method: "saved_card", savedCardId }))).toEqual({ kind: "card_missing" });
    expect(await removeCard(clientOf(other), savedCardId)).toBe(false);
    expect(await removeCard(owner, savedCardId)).toBe(true);
    expect(await removeCard(owner, savedCardId)).toBe(false);
    expect(await startPayment(scope, request(10_000n, [], { method: "saved_card", savedCardId }))).toEqual({ kind: "card_missing" });
  });

  it("comes from a payment that asked to remember it", async () => {
    const id = await start(scope, 10_000n, [], { saveCard: true });
    payAtBank(id);
    await settle();
    expect(await cards()).toMatchObject([{ mask: "220000******0004" }]);
    const forgotten = await start(scope, 10_000n);
    payAtBank(forgotten);
    await settle();
    expect(await cards()).toHaveLength(1);
  });
});
