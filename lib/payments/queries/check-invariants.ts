import "server-only";
import { db } from "@/lib/db/client";
import { PAYMENT_STEPS, REFUND_STEPS } from "@/lib/payments/rules/machine";

/** A thing that must never be: which of the numbered invariants, of what, and what is wrong with it. */
export type Breach = { invariant: number; subject: string; words: string };

type Found = { subject: string; words: string };

const stepsOf = (steps: Record<string, readonly string[]>, kind: string) => Object.entries(steps).flatMap(([from, next]) => next.map((to) => `${kind} ${from} ${to}`));

/** Every allowed pair, as the events tell it. */
const ALLOWED = [
  ...stepsOf(PAYMENT_STEPS, "payment"),
  ...stepsOf(PAYMENT_STEPS, "card_link"),
  ...stepsOf(REFUND_STEPS, "refund"),
  ...["canceled", "expired", "failed"].map((from) => `payment.correct ${from} succeeded`),
];
/** Events that tell something else about a subject and leave its status alone. */
const STAYING = ["payment.hold", "payment.clear_hold", "payment.attach", "payment.refund", "refund.attach", "card.move"];

function ledger() {
  return db.$queryRaw<Found[]>`
    SELECT 'ledger ' || transaction_id AS subject, 'sums to ' || sum(amount) || ' in ' || count(*) || ' entries' AS words
    FROM ledger_entries GROUP BY transaction_id HAVING sum(amount) <> 0 OR count(*) < 2
    UNION ALL
    SELECT 'payment ' || p.id, 'the ledger says ' || COALESCE(sum(l.amount), 0) || ', the payment ' || (p.captured_amount - p.refunded_amount)
    FROM payments p LEFT JOIN ledger_entries l ON l.payment_id = p.id AND l.account = 'bank'
    GROUP BY p.id HAVING COALESCE(sum(l.amount), 0) <> p.captured_amount - p.refunded_amount`;
}

function captured() {
  return db.$queryRaw<Found[]>`
    SELECT 'payment ' || id AS subject, status || ' with ' || captured_amount || ' of ' || amount AS words FROM payments
    WHERE captured_amount NOT IN (0, amount) OR (status = 'succeeded') <> (captured_amount = amount)`;
}

function refunded() {
  return db.$queryRaw<Found[]>`
    SELECT 'payment ' || p.id AS subject,
           'captured ' || p.captured_amount || ', refunded ' || p.refunded_amount || ', by refunds ' ||
           COALESCE(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0) AS words
    FROM payments p LEFT JOIN refunds r ON r.payment_id = p.id
    GROUP BY p.id
    HAVING p.refunded_amount NOT BETWEEN 0 AND p.captured_amount
       OR p.refunded_amount <> COALESCE(sum(r.amount) FILTER (WHERE r.status = 'succeeded'), 0)`;
}

function allocated() {
  return db.$queryRaw<Found[]>`
    SELECT 'payment ' || p.id AS subject, 'settles ' || sum(a.amount) || ' with ' || (p.captured_amount - p.refunded_amount) AS words
    FROM payments p JOIN payment_allocations a ON a.payment_id = p.id
    GROUP BY p.id HAVING sum(a.amount) > p.captured_amount - p.refunded_amount
    UNION ALL
    SELECT 'bill ' || b.number, 'of ' || b.amount || ' is settled by ' || sum(a.amount)
    FROM bills b JOIN payment_allocations a ON a.bill_id = b.id
    GROUP BY b.id HAVING sum(a.amount) > b.amount`;
}

function attempts() {
  return db.$queryRaw<Found[]>`
    SELECT 'bill ' || b.number AS subject, 'has ' || count(*) || ' live attempts' AS words
    FROM payment_claims c JOIN bills b ON b.id = c.bill_id WHERE c.live GROUP BY b.id HAVING count(*) > 1
    UNION ALL
    SELECT 'payment ' || p.id, p.status || ' with a live claim' FROM payments p
    WHERE p.status IN ('succeeded', 'canceled', 'expired', 'failed') AND EXISTS (SELECT FROM payment_claims c WHERE c.payment_id = p.id AND c.live)
    UNION ALL
    SELECT 'key ' || bank_key, 'belongs to ' || count(*) || ' payments' FROM payments GROUP BY bank_key HAVING count(*) > 1
    UNION ALL
    SELECT 'bank payment ' || bank_id, 'belongs to ' || count(*) || ' payments' FROM payments WHERE bank_id IS NOT NULL GROUP BY bank_id HAVING count(*) > 1`;
}

function steps() {
  return db.$queryRaw<Found[]>`
    WITH told AS (
      SELECT id, action, subject_kind, subject_id, before->>'status' AS claimed, after->>'status' AS status,
             lag(after->>'status') OVER (PARTITION BY subject_kind, subject_id ORDER BY id) AS earlier
      FROM audit_events WHERE subject_kind IN ('payment', 'refund', 'card_link') AND after ? 'status'
    )
    SELECT subject_kind || ' ' || subject_id AS subject, action || ' from ' || COALESCE(earlier, 'nothing') || ' to ' || status AS words
    FROM told
    WHERE CASE
      WHEN earlier IS NULL THEN action NOT IN ('payment.create', 'refund.request', 'refund.record', 'card.link')
      WHEN claimed IS DISTINCT FROM earlier THEN true
      WHEN earlier = status THEN NOT action = ANY(${STAYING}::text[])
      WHEN action = 'payment.correct' THEN NOT action || ' ' || earlier || ' ' || status = ANY(${ALLOWED}::text[])
      ELSE NOT subject_kind || ' ' || earlier || ' ' || status = ANY(${ALLOWED}::text[])
    END`;
}

function outbox() {
  return db.$queryRaw<Found[]>`
    SELECT 'payment ' || p.id AS subject, p.status || ' was told ' || count(o.id) || ' times' AS words
    FROM payments p LEFT JOIN outbox_events o ON o.kind = 'payment.captured' AND o.payload->>'paymentId' = p.id::text
    GROUP BY p.id HAVING count(o.id) <> CASE WHEN p.captured_amount > 0 THEN 1 ELSE 0 END
    UNION ALL
    SELECT 'refund ' || r.id, r.status || ' was told ' || count(o.id) || ' times'
    FROM refunds r LEFT JOIN outbox_events o ON o.kind = 'payment.refunded' AND o.payload->>'refundId' = r.id::text
    GROUP BY r.id HAVING count(o.id) <> CASE WHEN r.status = 'succeeded' THEN 1 ELSE 0 END`;
}

/** The last word of the events about each field is what is stored. */
function replayed() {
  return db.$queryRaw<Found[]>`
    WITH replay AS (
      SELECT e.subject_kind AS kind, e.subject_id AS id, jsonb_object_agg(f.key, f.value ORDER BY e.id) AS state
      FROM audit_events e, jsonb_each(e.after) f WHERE e.subject_kind IN ('payment', 'refund', 'card_link') GROUP BY 1, 2
    ), stored AS (
      SELECT 'payment' AS kind, p.id::text AS id, jsonb_build_object(
               'status', p.status, 'amount', p.amount::text, 'capturedAmount', p.captured_amount::text, 'refundedAmount', p.refunded_amount::text,
               'bankId', p.bank_id, 'heldReason', p.held_reason, 'failureReason', p.failure_reason,
               'allocations', COALESCE((SELECT jsonb_object_agg(a.bill_id, a.amount::text) FROM payment_allocations a WHERE a.payment_id = p.id), '{}')) AS state
      FROM payments p
      UNION ALL
      SELECT 'refund', id::text, jsonb_build_object('status', status, 'amount', amount::text, 'bankId', bank_id, 'failureReason', failure_reason) FROM refunds
      UNION ALL
      SELECT 'card_link', id::text, jsonb_build_object('status', status, 'bankId', bank_id, 'failureReason', failure_reason) FROM card_links
    )
    SELECT s.kind || ' ' || s.id AS subject,
           f.key || ' is ' || COALESCE(f.value #>> '{}', 'nothing') || ', the events say ' || COALESCE(r.state ->> f.key, 'nothing') AS words
    FROM stored s CROSS JOIN jsonb_each(s.state) f LEFT JOIN replay r ON r.kind = s.kind AND r.id = s.id
    WHERE NULLIF(f.value, 'null') IS DISTINCT FROM NULLIF(r.state -> f.key, 'null') AND NOT (f.key = 'allocations' AND f.value = '{}' AND NOT COALESCE(r.state ? 'allocations', false))`;
}

const CHECKS: [number, () => Promise<Found[]>][] = [
  [1, ledger],
  [2, captured],
  [3, refunded],
  [4, allocated],
  [5, attempts],
  [6, steps],
  [8, outbox],
  [9, replayed],
];

/** Everything about money that the database itself can tell; 7 needs the bank and is compared by `compareWithBank`. */
export async function checkInvariants(): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const [invariant, check] of CHECKS) {
    for (const found of await check()) breaches.push({ invariant, ...found });
  }
  return breaches;
}

/** The first moment that a comparison with the bank has to go back to; null: there are no payments. */
export async function firstPaymentAt(): Promise<Date | null> {
  return (await db.payment.aggregate({ _min: { createdAt: true } }))._min.createdAt;
}
