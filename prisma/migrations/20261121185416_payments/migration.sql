-- CreateEnum
CREATE TYPE "BankOperation" AS ENUM ('create', 'get', 'cancel', 'refund', 'get_refund');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('requested', 'approved', 'submitting', 'unknown', 'succeeded', 'canceled', 'failed');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('bank', 'contract');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('capture', 'refund', 'correction');

-- DropForeignKey
ALTER TABLE "payment_attempts" DROP CONSTRAINT "payment_attempts_payment_id_fkey";

-- AlterTable
ALTER TABLE "payments" ADD COLUMN     "bank_id" TEXT,
ADD COLUMN     "bank_key" TEXT NOT NULL,
ADD COLUMN     "captured_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmation_url" TEXT,
ADD COLUMN     "digest" TEXT NOT NULL,
ADD COLUMN     "failure_reason" TEXT,
ADD COLUMN     "live_until" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "method_title" TEXT,
ADD COLUMN     "save_card" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "payment_allocations" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "saved_cards" ADD COLUMN     "brand" TEXT;

-- DropTable
DROP TABLE "payment_attempts";

-- CreateTable
CREATE TABLE "bank_calls" (
    "id" UUID NOT NULL,
    "operation" "BankOperation" NOT NULL,
    "payment_id" UUID,
    "refund_id" UUID,
    "card_link_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "bank_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_claims" (
    "payment_id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "payment_claims_pkey" PRIMARY KEY ("payment_id","bill_id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "payment_id" UUID NOT NULL,
    "client_key" UUID NOT NULL,
    "status" "RefundStatus" NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "bank_key" TEXT,
    "bank_id" TEXT,
    "failure_reason" TEXT,
    "requested_by_user_id" UUID,
    "approved_by_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" BIGSERIAL NOT NULL,
    "transaction_id" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "contract_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "refund_id" UUID,
    "amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_notifications" (
    "id" BIGSERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "payment_id" UUID,

    CONSTRAINT "bank_notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_links" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "client_key" UUID NOT NULL,
    "status" "PaymentStatus" NOT NULL DEFAULT 'created',
    "bank_key" TEXT NOT NULL,
    "bank_id" TEXT,
    "confirmation_url" TEXT,
    "saved_card_id" UUID,
    "failure_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_orders" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "bank_name" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "paid_on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "payment_id" UUID,

    CONSTRAINT "payment_orders_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bank_calls_payment_id_started_at_idx" ON "bank_calls"("payment_id", "started_at");

-- CreateIndex
CREATE INDEX "bank_calls_refund_id_idx" ON "bank_calls"("refund_id");

-- CreateIndex
CREATE INDEX "bank_calls_card_link_id_idx" ON "bank_calls"("card_link_id");

-- CreateIndex
CREATE INDEX "payment_claims_bill_id_idx" ON "payment_claims"("bill_id");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_number_key" ON "refunds"("number");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_client_key_key" ON "refunds"("client_key");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_bank_key_key" ON "refunds"("bank_key");

-- CreateIndex
CREATE UNIQUE INDEX "refunds_bank_id_key" ON "refunds"("bank_id");

-- CreateIndex
CREATE INDEX "refunds_payment_id_idx" ON "refunds"("payment_id");

-- CreateIndex
CREATE INDEX "refunds_status_updated_at_idx" ON "refunds"("status", "updated_at");

-- CreateIndex
CREATE INDEX "ledger_entries_transaction_id_idx" ON "ledger_entries"("transaction_id");

-- CreateIndex
CREATE INDEX "ledger_entries_payment_id_idx" ON "ledger_entries"("payment_id");

-- CreateIndex
CREATE INDEX "ledger_entries_refund_id_idx" ON "ledger_entries"("refund_id");

-- CreateIndex
CREATE INDEX "bank_notifications_object_id_idx" ON "bank_notifications"("object_id");

-- CreateIndex
CREATE INDEX "bank_notifications_payment_id_idx" ON "bank_notifications"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_links_bank_key_key" ON "card_links"("bank_key");

-- CreateIndex
CREATE UNIQUE INDEX "card_links_bank_id_key" ON "card_links"("bank_id");

-- CreateIndex
CREATE INDEX "card_links_status_updated_at_idx" ON "card_links"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "card_links_user_id_client_key_key" ON "card_links"("user_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_orders_payment_id_key" ON "payment_orders"("payment_id");

-- CreateIndex
CREATE INDEX "payment_orders_contract_id_paid_on_idx" ON "payment_orders"("contract_id", "paid_on");

-- CreateIndex
CREATE UNIQUE INDEX "payment_orders_contract_id_number_paid_on_key" ON "payment_orders"("contract_id", "number", "paid_on");

-- CreateIndex
CREATE UNIQUE INDEX "payments_bank_key_key" ON "payments"("bank_key");

-- CreateIndex
CREATE UNIQUE INDEX "payments_bank_id_key" ON "payments"("bank_id");

-- CreateIndex
CREATE INDEX "payments_status_updated_at_idx" ON "payments"("status", "updated_at");

-- AddForeignKey
ALTER TABLE "bank_calls" ADD CONSTRAINT "bank_calls_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_calls" ADD CONSTRAINT "bank_calls_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_calls" ADD CONSTRAINT "bank_calls_card_link_id_fkey" FOREIGN KEY ("card_link_id") REFERENCES "card_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_claims" ADD CONSTRAINT "payment_claims_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_claims" ADD CONSTRAINT "payment_claims_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "bills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_requested_by_user_id_fkey" FOREIGN KEY ("requested_by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_approved_by_user_id_fkey" FOREIGN KEY ("approved_by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_notifications" ADD CONSTRAINT "bank_notifications_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_links" ADD CONSTRAINT "card_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_links" ADD CONSTRAINT "card_links_saved_card_id_fkey" FOREIGN KEY ("saved_card_id") REFERENCES "saved_cards"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules that hold whoever writes.

ALTER TABLE "payments"
  ADD CONSTRAINT "payments_captured_at" CHECK (("captured_amount" > 0) = ("captured_at" IS NOT NULL)),
  ADD CONSTRAINT "payments_bank_known" CHECK ("bank_id" IS NOT NULL OR "status" IN ('created', 'submitting', 'unknown', 'failed', 'canceled'));

-- At most one live attempt per bill, whoever pays.
CREATE UNIQUE INDEX "payment_claims_one_live" ON "payment_claims" ("bill_id") WHERE "live";
ALTER TABLE "payment_claims" ADD CONSTRAINT "payment_claims_amount" CHECK ("amount" > 0);

ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount" CHECK ("amount" > 0);
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_amount" CHECK ("amount" > 0);
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_amount" CHECK ("amount" <> 0);
CREATE UNIQUE INDEX "ledger_entries_one_capture" ON "ledger_entries" ("payment_id", "account") WHERE "kind" = 'capture';
CREATE UNIQUE INDEX "ledger_entries_one_refund" ON "ledger_entries" ("refund_id", "account") WHERE "kind" = 'refund';

CREATE TRIGGER "ledger_entries_append_only" BEFORE UPDATE OR DELETE ON "ledger_entries"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Checked at commit, when every entry of the transaction is there.
CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount) FROM ledger_entries WHERE transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW.transaction_id;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "ledger_entries_balance" AFTER INSERT ON "ledger_entries"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();
