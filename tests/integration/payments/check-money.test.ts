import { bank, bankIdOf, forgetPayments, makeBill, makeContract, makePayer, makeStaff, payAtBank, resetBank, settle, start, stopStand, withoutTriggers } from "@/tests/support/payment-stand";
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { checkMoney } from "@/lib/payments/process/check-money";
import { startRefund } from "@/lib/payments/process/refund";

let paymentId: string;
let refundId: string;
let bill: string;

// What the database itself refuses is let through here, so that the check is seen to find it.
beforeAll(async () => {
  await pool.query(`
    DROP INDEX payment_claims_one_live;
    ALTER TABLE payments DROP CONSTRAINT payments_captured, DROP CONSTRAINT payments_succeeded, DROP CONSTRAINT payments_refunded,
      DROP CONSTRAINT payments_captured_at, DROP CONSTRAINT payments_bank_known;`);
});

beforeEach(async () => {
  await forgetPayments();
  const number = await makeContract();
  const payer = await makePayer(number);
  bill = await makeBill(payer.contractId, 10_000n);
  paymentId = await start(payer, 10_000n, [bill]);
  payAtBank(paymentId);
  await settle();
  const outcome = await startRefund(await makeStaff(number), { paymentId, amount: 3_000n, reason: "Проверка", clientKey: randomUUID() });
  refundId = outcome.kind === "accepted" ? outcome.refundId : "";
  expect(await checkMoney()).toEqual({ breaches: [], bank: "agrees" });
});
afterEach(resetBank);
afterAll(stopStand);

const sql = (text: string) => () => pool.query(withoutTriggers(text.replaceAll("$payment", paymentId).replaceAll("$refund", refundId).replaceAll("$bill", bill)));

it.each<[number, string, () => unknown]>([
  [1, "a ledger entry is lost", sql("DELETE FROM ledger_entries WHERE account = 'bank' AND kind = 'capture'")],
  [1, "a ledger transaction is lost", sql("DELETE FROM ledger_entries WHERE kind = 'refund'")],
  [2, "a part is captured", sql("UPDATE payments SET captured_amount = 9999")],
  [2, "nothing is captured of what succeeded", sql("UPDATE payments SET captured_amount = 0, refunded_amount = 0")],
  [3, "more is refunded than refunds say", sql("UPDATE payments SET refunded_amount = 3001")],
  [3, "more is refunded than captured", sql("UPDATE refunds SET amount = 20000; UPDATE payments SET refunded_amount = 20000")],
  [4, "more is settled than there is", sql("UPDATE payment_allocations SET amount = 7001")],
  [4, "a bill is settled by more than it is", sql("UPDATE bills SET amount = 6999 WHERE id = '$bill'")],
  [5, "an ended payment keeps its claim", sql("UPDATE payment_claims SET live = true")],
  [5, "the bank has two payments for one of ours", () => secondPayment()],
  [6, "a step that is not in the table", sql("INSERT INTO audit_events (at, actor_kind, action, subject_kind, subject_id, before, after) VALUES (now(), 'job', 'payment.fail', 'payment', '$payment', '{\"status\":\"succeeded\"}', '{\"status\":\"failed\"}')")],
  [6, "a step is missing", sql("DELETE FROM audit_events WHERE action = 'payment.submit'")],
  [7, "the bank gave money back and we do not know", () => bank.control.refundAtBank(bankIdOf(paymentId), "1.00")],
  [7, "the bank has no such payment", () => bank.control.reset()],
  [8, "a capture is told twice", sql("INSERT INTO outbox_events (contract_id, kind, payload, created_at) SELECT contract_id, kind, payload, created_at FROM outbox_events WHERE kind = 'payment.captured'")],
  [8, "a refund is not told", sql("DELETE FROM outbox_events WHERE kind = 'payment.refunded'")],
  [9, "a sum differs from its event", sql("UPDATE payments SET amount = 10001, captured_amount = 10001")],
  [9, "a settlement differs from its event", sql("UPDATE payment_allocations SET amount = 6999")],
  [9, "a refund differs from its event", sql("UPDATE refunds SET status = 'unknown' WHERE id = '$refund'")],
])("%i is found: %s", async (invariant, _, corrupt) => {
  await corrupt();
  const { breaches } = await checkMoney();
  expect(breaches.map((breach) => breach.invariant)).toContain(invariant);
});

async function secondPayment(): Promise<void> {
  await fetch(`${bank.url}/v3/payments`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa("demo-shop:demo-secret")}`, "Idempotence-Key": randomUUID(), "content-type": "application/json" },
    body: JSON.stringify({
      amount: { value: "100.00", currency: "RUB" },
      capture: true,
      confirmation: { type: "redirect", return_url: "http://localhost" },
      metadata: { payment_id: paymentId },
    }),
  });
}
