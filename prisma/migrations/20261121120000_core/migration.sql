-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UserKind" AS ENUM ('client', 'staff');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('operator', 'content_editor', 'billing_operator', 'administrator');

-- CreateEnum
CREATE TYPE "CredentialKind" AS ENUM ('password', 'totp', 'passkey');

-- CreateEnum
CREATE TYPE "TicketPurpose" AS ENUM ('sign_in', 'set_password');

-- CreateEnum
CREATE TYPE "BillKind" AS ENUM ('advance', 'final', 'penalty', 'restriction', 'service');

-- CreateEnum
CREATE TYPE "DocumentType" AS ENUM ('bill', 'tax_invoice', 'corrective_tax_invoice', 'acceptance_certificate', 'consumption_statement', 'reconciliation_statement', 'penalty_claim', 'disconnection_notice');

-- CreateEnum
CREATE TYPE "AdvanceKind" AS ENUM ('advance', 'overpayment', 'penalty', 'service');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'manager', 'engineer', 'accountant');

-- CreateEnum
CREATE TYPE "FacilityKind" AS ENUM ('site', 'apartment_building');

-- CreateEnum
CREATE TYPE "FacilityStatus" AS ENUM ('awaiting', 'accepted', 'archived', 'verification_overdue');

-- CreateEnum
CREATE TYPE "Quantity" AS ENUM ('active_import', 'active_export', 'reactive_import', 'reactive_export');

-- CreateEnum
CREATE TYPE "TariffZone" AS ENUM ('all_day', 'day', 'night', 'peak', 'half_peak');

-- CreateEnum
CREATE TYPE "MeterStatus" AS ENUM ('awaiting', 'accepted', 'archived', 'verification_overdue');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('created', 'submitting', 'unknown', 'awaiting_user', 'authorised', 'succeeded', 'canceled', 'expired', 'failed');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('new_card', 'saved_card', 'sbp');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('queued', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('client', 'staff', 'integration', 'job');

-- CreateEnum
CREATE TYPE "ReadingSource" AS ENUM ('cabinet', 'file', 'amr', 'walk', 'supplier', 'estimated');

-- CreateEnum
CREATE TYPE "UploadStatus" AS ENUM ('ready', 'committed', 'discarded');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "kind" "UserKind" NOT NULL DEFAULT 'client',
    "staff_role" "StaffRole",
    "email" TEXT,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "login" TEXT,
    "last_name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "middle_name" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "CredentialKind" NOT NULL,
    "secret" TEXT NOT NULL,
    "label" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" UUID NOT NULL,
    "purpose" "TicketPurpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bills" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "BillKind" NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "month" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "settled_amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "bills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advances" (
    "contract_id" UUID NOT NULL,
    "kind" "AdvanceKind" NOT NULL,
    "amount" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "advances_pkey" PRIMARY KEY ("contract_id","kind")
);

-- CreateTable
CREATE TABLE "charges" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "kind" "BillKind" NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_date" DATE NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "charges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "type" "DocumentType" NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "month" DATE NOT NULL,
    "amount" BIGINT,
    "file_id" UUID,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contracts" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "client_name" TEXT NOT NULL,
    "inn" TEXT NOT NULL,
    "kpp" TEXT,
    "price_category" INTEGER NOT NULL,
    "period_group" TEXT NOT NULL DEFAULT 'standard',
    "concluded_on" DATE,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contracts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_emails" (
    "contract_id" UUID NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "contract_emails_pkey" PRIMARY KEY ("contract_id","email")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "all_facilities" BOOLEAN NOT NULL DEFAULT true,
    "granted_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_facilities" (
    "member_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,

    CONSTRAINT "member_facilities_pkey" PRIMARY KEY ("member_id","facility_id")
);

-- CreateTable
CREATE TABLE "facilities" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "FacilityKind" NOT NULL DEFAULT 'site',
    "name" TEXT,
    "address" TEXT NOT NULL,
    "status" "FacilityStatus" NOT NULL DEFAULT 'awaiting',

    CONSTRAINT "facilities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metering_points" (
    "id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "flat" TEXT,
    "multiplier" DECIMAL(12,4) NOT NULL,
    "losses_percent" DECIMAL(9,6) NOT NULL DEFAULT 0,

    CONSTRAINT "metering_points_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meters" (
    "id" UUID NOT NULL,
    "metering_point_id" UUID NOT NULL,
    "serial_number" TEXT NOT NULL,
    "model" TEXT,
    "type" TEXT,
    "integer_digits" INTEGER NOT NULL,
    "fraction_digits" INTEGER NOT NULL,
    "verification_due" DATE,
    "installed_on" DATE NOT NULL,
    "removed_on" DATE,
    "status" "MeterStatus" NOT NULL DEFAULT 'awaiting',

    CONSTRAINT "meters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registers" (
    "id" UUID NOT NULL,
    "meter_id" UUID NOT NULL,
    "quantity" "Quantity" NOT NULL,
    "zone" "TariffZone" NOT NULL,

    CONSTRAINT "registers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "contract_id" UUID NOT NULL,
    "user_id" UUID,
    "client_key" UUID NOT NULL,
    "status" "PaymentStatus" NOT NULL DEFAULT 'created',
    "method" "PaymentMethod" NOT NULL,
    "amount" BIGINT NOT NULL,
    "captured_amount" BIGINT NOT NULL DEFAULT 0,
    "refunded_amount" BIGINT NOT NULL DEFAULT 0,
    "purpose" TEXT NOT NULL,
    "receipt_email" TEXT NOT NULL,
    "saved_card_id" UUID,
    "held_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempts" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "bank_key" TEXT NOT NULL,
    "bank_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_allocations" (
    "payment_id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "payment_allocations_pkey" PRIMARY KEY ("payment_id","bill_id")
);

-- CreateTable
CREATE TABLE "saved_cards" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "mask" TEXT NOT NULL,
    "expiry_month" INTEGER NOT NULL,
    "expiry_year" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" "ActorKind" NOT NULL,
    "actor_id" TEXT,
    "request_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "contract_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "id" BIGSERIAL NOT NULL,
    "contract_id" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_user_id" UUID,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "billing_periods" (
    "id" UUID NOT NULL,
    "period_group" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "contract_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "client_key" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "source" "ReadingSource" NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readings" (
    "id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,
    "consumption" DECIMAL(28,6),
    "source" "ReadingSource" NOT NULL,
    "submission_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "readings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interval_days" (
    "register_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "values" DECIMAL(18,6)[],
    "day_total" DECIMAL(18,6) NOT NULL,
    "source" "ReadingSource" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interval_days_pkey" PRIMARY KEY ("register_id","day")
);

-- CreateTable
CREATE TABLE "reading_uploads" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "status" "UploadStatus" NOT NULL DEFAULT 'ready',
    "preview" JSONB NOT NULL,
    "submission_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_uploads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_login_key" ON "users"("login");

-- CreateIndex
CREATE INDEX "credentials_user_id_kind_idx" ON "credentials"("user_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_ended_at_idx" ON "sessions"("user_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_token_hash_key" ON "tickets"("token_hash");

-- CreateIndex
CREATE INDEX "tickets_expires_at_idx" ON "tickets"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "bills_number_key" ON "bills"("number");

-- CreateIndex
CREATE INDEX "bills_contract_id_due_on_idx" ON "bills"("contract_id", "due_on");

-- CreateIndex
CREATE INDEX "charges_contract_id_month_idx" ON "charges"("contract_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "charges_contract_id_document_number_key" ON "charges"("contract_id", "document_number");

-- CreateIndex
CREATE INDEX "documents_contract_id_issued_on_idx" ON "documents"("contract_id", "issued_on");

-- CreateIndex
CREATE UNIQUE INDEX "documents_contract_id_type_number_key" ON "documents"("contract_id", "type", "number");

-- CreateIndex
CREATE UNIQUE INDEX "contracts_number_key" ON "contracts"("number");

-- CreateIndex
CREATE INDEX "contracts_inn_idx" ON "contracts"("inn");

-- CreateIndex
CREATE INDEX "members_user_id_revoked_at_idx" ON "members"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "members_contract_id_idx" ON "members"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_id_contract_id_key" ON "members"("id", "contract_id");

-- CreateIndex
CREATE INDEX "member_facilities_facility_id_idx" ON "member_facilities"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "facilities_code_key" ON "facilities"("code");

-- CreateIndex
CREATE INDEX "facilities_contract_id_code_idx" ON "facilities"("contract_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "facilities_id_contract_id_key" ON "facilities"("id", "contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "metering_points_code_key" ON "metering_points"("code");

-- CreateIndex
CREATE INDEX "metering_points_facility_id_idx" ON "metering_points"("facility_id");

-- CreateIndex
CREATE INDEX "meters_serial_number_idx" ON "meters"("serial_number");

-- CreateIndex
CREATE UNIQUE INDEX "meters_metering_point_id_serial_number_key" ON "meters"("metering_point_id", "serial_number");

-- CreateIndex
CREATE UNIQUE INDEX "registers_meter_id_quantity_zone_key" ON "registers"("meter_id", "quantity", "zone");

-- CreateIndex
CREATE UNIQUE INDEX "payments_number_key" ON "payments"("number");

-- CreateIndex
CREATE INDEX "payments_contract_id_created_at_idx" ON "payments"("contract_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payments_contract_id_client_key_key" ON "payments"("contract_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempts_bank_key_key" ON "payment_attempts"("bank_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempts_bank_id_key" ON "payment_attempts"("bank_id");

-- CreateIndex
CREATE INDEX "payment_attempts_payment_id_idx" ON "payment_attempts"("payment_id");

-- CreateIndex
CREATE INDEX "payment_allocations_bill_id_idx" ON "payment_allocations"("bill_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_cards_token_key" ON "saved_cards"("token");

-- CreateIndex
CREATE INDEX "saved_cards_user_id_idx" ON "saved_cards"("user_id");

-- CreateIndex
CREATE INDEX "audit_events_contract_id_at_idx" ON "audit_events"("contract_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_subject_kind_subject_id_idx" ON "audit_events"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "outbox_events_contract_id_id_idx" ON "outbox_events"("contract_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_key_key" ON "mails"("key");

-- CreateIndex
CREATE INDEX "mails_status_next_attempt_at_idx" ON "mails"("status", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_storage_key_key" ON "stored_files"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "billing_periods_period_group_month_key" ON "billing_periods"("period_group", "month");

-- CreateIndex
CREATE UNIQUE INDEX "billing_periods_id_month_key" ON "billing_periods"("id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_number_key" ON "submissions"("number");

-- CreateIndex
CREATE INDEX "submissions_contract_id_created_at_idx" ON "submissions"("contract_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_contract_id_client_key_key" ON "submissions"("contract_id", "client_key");

-- CreateIndex
CREATE INDEX "readings_submission_id_idx" ON "readings"("submission_id");

-- CreateIndex
CREATE INDEX "readings_period_id_idx" ON "readings"("period_id");

-- CreateIndex
CREATE UNIQUE INDEX "readings_register_id_month_version_key" ON "readings"("register_id", "month", "version");

-- CreateIndex
CREATE UNIQUE INDEX "reading_uploads_submission_id_key" ON "reading_uploads"("submission_id");

-- CreateIndex
CREATE INDEX "reading_uploads_contract_id_created_at_idx" ON "reading_uploads"("contract_id", "created_at");

-- CreateIndex
CREATE INDEX "reading_uploads_expires_at_idx" ON "reading_uploads"("expires_at");

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bills" ADD CONSTRAINT "bills_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advances" ADD CONSTRAINT "advances_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "charges" ADD CONSTRAINT "charges_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_emails" ADD CONSTRAINT "contract_emails_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_granted_by_user_id_fkey" FOREIGN KEY ("granted_by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_facilities" ADD CONSTRAINT "member_facilities_member_id_contract_id_fkey" FOREIGN KEY ("member_id", "contract_id") REFERENCES "members"("id", "contract_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_facilities" ADD CONSTRAINT "member_facilities_facility_id_contract_id_fkey" FOREIGN KEY ("facility_id", "contract_id") REFERENCES "facilities"("id", "contract_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metering_points" ADD CONSTRAINT "metering_points_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facilities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meters" ADD CONSTRAINT "meters_metering_point_id_fkey" FOREIGN KEY ("metering_point_id") REFERENCES "metering_points"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registers" ADD CONSTRAINT "registers_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_saved_card_id_fkey" FOREIGN KEY ("saved_card_id") REFERENCES "saved_cards"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "bills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_cards" ADD CONSTRAINT "saved_cards_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "billing_periods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_register_id_fkey" FOREIGN KEY ("register_id") REFERENCES "registers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_period_id_month_fkey" FOREIGN KEY ("period_id", "month") REFERENCES "billing_periods"("id", "month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interval_days" ADD CONSTRAINT "interval_days_register_id_fkey" FOREIGN KEY ("register_id") REFERENCES "registers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contracts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "billing_periods"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules that hold whoever writes.

ALTER TABLE "users"
  ADD CONSTRAINT "users_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "users_login_lower" CHECK ("login" = lower("login")),
  ADD CONSTRAINT "users_staff_role" CHECK (("kind" = 'staff') = ("staff_role" IS NOT NULL)),
  ADD CONSTRAINT "users_reachable" CHECK ("email" IS NOT NULL OR "login" IS NOT NULL OR "disabled_at" IS NOT NULL);

CREATE UNIQUE INDEX "credentials_one_password" ON "credentials" ("user_id") WHERE "kind" = 'password';

ALTER TABLE "contracts"
  ADD CONSTRAINT "contracts_number" CHECK ("number" ~ '^[0-9]{14}$'),
  ADD CONSTRAINT "contracts_inn" CHECK ("inn" ~ '^([0-9]{10}|[0-9]{12})$'),
  ADD CONSTRAINT "contracts_kpp" CHECK ("kpp" ~ '^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$'),
  ADD CONSTRAINT "contracts_price_category" CHECK ("price_category" BETWEEN 1 AND 6);

ALTER TABLE "contract_emails" ADD CONSTRAINT "contract_emails_lower" CHECK ("email" = lower("email"));

CREATE UNIQUE INDEX "members_once" ON "members" ("contract_id", "user_id") WHERE "revoked_at" IS NULL;
CREATE UNIQUE INDEX "members_one_administrator" ON "members" ("contract_id") WHERE "role" = 'administrator' AND "revoked_at" IS NULL;

ALTER TABLE "metering_points"
  ADD CONSTRAINT "metering_points_multiplier" CHECK ("multiplier" > 0),
  ADD CONSTRAINT "metering_points_losses" CHECK ("losses_percent" > -100);

ALTER TABLE "meters"
  ADD CONSTRAINT "meters_digits" CHECK ("integer_digits" BETWEEN 1 AND 12 AND "fraction_digits" BETWEEN 0 AND 6),
  ADD CONSTRAINT "meters_life" CHECK ("removed_on" >= "installed_on");

CREATE UNIQUE INDEX "meters_one_in_place" ON "meters" ("metering_point_id") WHERE "removed_on" IS NULL;

ALTER TABLE "billing_periods"
  ADD CONSTRAINT "billing_periods_month" CHECK (extract(day FROM "month") = 1),
  ADD CONSTRAINT "billing_periods_window" CHECK ("closes_at" > "opens_at");

CREATE UNIQUE INDEX "readings_one_current" ON "readings" ("register_id", "month") INCLUDE ("value", "consumption", "version") WHERE "is_current";

ALTER TABLE "readings"
  ADD CONSTRAINT "readings_value" CHECK ("value" >= 0),
  ADD CONSTRAINT "readings_version" CHECK ("version" >= 1);

ALTER TABLE "interval_days" ADD CONSTRAINT "interval_days_length" CHECK (cardinality("values") IN (24, 48));

ALTER TABLE "reading_uploads" ADD CONSTRAINT "reading_uploads_committed" CHECK (("status" = 'committed') = ("submission_id" IS NOT NULL));

ALTER TABLE "bills"
  ADD CONSTRAINT "bills_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "bills_settled" CHECK ("settled_amount" BETWEEN 0 AND "amount"),
  ADD CONSTRAINT "bills_month" CHECK (extract(day FROM "month") = 1);

CREATE INDEX "bills_unpaid" ON "bills" ("contract_id", "due_on") WHERE "settled_amount" < "amount";

ALTER TABLE "advances" ADD CONSTRAINT "advances_amount" CHECK ("amount" >= 0);
ALTER TABLE "charges" ADD CONSTRAINT "charges_month" CHECK (extract(day FROM "month") = 1);

ALTER TABLE "payments"
  ADD CONSTRAINT "payments_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "payments_captured" CHECK ("captured_amount" IN (0, "amount")),
  ADD CONSTRAINT "payments_succeeded" CHECK (("status" = 'succeeded') = ("captured_amount" = "amount")),
  ADD CONSTRAINT "payments_refunded" CHECK ("refunded_amount" BETWEEN 0 AND "captured_amount");

ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_amount" CHECK ("amount" > 0);

ALTER TABLE "saved_cards"
  ADD CONSTRAINT "saved_cards_mask" CHECK ("mask" ~ '^[0-9]{0,6}\*+[0-9]{4}$'),
  ADD CONSTRAINT "saved_cards_expiry" CHECK ("expiry_month" BETWEEN 1 AND 12);

ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_size" CHECK ("size" >= 0);

-- History is added to, never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "outbox_events_append_only" BEFORE UPDATE OR DELETE ON "outbox_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
