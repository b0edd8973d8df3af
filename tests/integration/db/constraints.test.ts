import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { CONTRACT, importGround } from "@/tests/support/billing-rows";

const sql = (text: string) => pool.query(text);
const contract = `(SELECT id FROM contracts WHERE number = '${CONTRACT.number}')`;
const other = "(SELECT id FROM contracts WHERE number = '78010000000100')";
const facility = `(SELECT id FROM facilities WHERE contract_id = ${contract})`;
const register = "(SELECT id FROM registers ORDER BY id LIMIT 1)";
const period = "(SELECT id FROM billing_periods LIMIT 1)";
const user = (email: string) => `(SELECT id FROM users WHERE email = '${email}@test.test')`;
const id = "gen_random_uuid()";

const addUser = (values: string) => `INSERT INTO users (id, kind, staff_role, email, login, last_name, first_name, created_at) VALUES (${id}, ${values}, 'А', 'Б', '2026-01-01')`;
const addMember = (who: string, role: string, where = contract, more = "NULL") =>
  `INSERT INTO members (id, contract_id, user_id, role, created_at, revoked_at) VALUES (${id}, ${where}, ${user(who)}, '${role}', '2026-01-01', ${more})`;
const addBill = (amount: number, settled: number, month = "2026-10-01") =>
  `INSERT INTO bills (id, contract_id, number, kind, issued_on, due_on, month, amount, settled_amount) VALUES (${id}, ${contract}, ${id}::text, 'final', '2026-11-01', '2026-11-10', '${month}', ${amount}, ${settled})`;
const addReading = (version: number, current: boolean, value = 1) =>
  `INSERT INTO readings (id, register_id, period_id, month, version, is_current, value, source, created_at) VALUES (${id}, ${register}, ${period}, '2026-10-01', ${version}, ${current}, ${value}, 'cabinet', '2026-11-01')`;
const addPayment = (status: string, amount: number, captured: number, refunded = 0, bank = `${id}::text`, capturedAt = captured > 0 ? "'2026-11-01'" : "NULL") =>
  `INSERT INTO payments (id, contract_id, client_key, digest, status, method, amount, captured_amount, refunded_amount, purpose, receipt_email, bank_key, bank_id, live_until, captured_at, created_at, updated_at) VALUES (${id}, ${contract}, ${id}, 'x', '${status}', 'sbp', ${amount}, ${captured}, ${refunded}, 'x', 'x', ${id}::text, ${bank}, '2026-11-01', ${capturedAt}, '2026-11-01', '2026-11-01')`;
const addClaim = (amount: number, live = false) => `INSERT INTO payment_claims (payment_id, bill_id, place, amount, live) SELECT p.id, b.id, 1, ${amount}, ${live} FROM payments p, bills b ORDER BY p.id, b.id LIMIT 1`;
const addRefund = (amount: number) =>
  `INSERT INTO refunds (id, payment_id, client_key, status, amount, reason, created_at, updated_at) SELECT ${id}, id, ${id}, 'requested', ${amount}, 'x', '2026-11-01', '2026-11-01' FROM payments LIMIT 1`;
const addOrder = (amount: number) => `INSERT INTO payment_orders (id, contract_id, bank_name, number, paid_on, amount, purpose) VALUES (${id}, ${contract}, 'x', ${id}::text, '2026-11-01', ${amount}, 'x')`;
/** Two entries of one transaction. */
const addEntries = (debit: number, credit: number) =>
  `INSERT INTO ledger_entries (transaction_id, kind, account, contract_id, payment_id, amount, created_at)
   SELECT p.id, 'correction', side.account::"LedgerAccount", p.contract_id, p.id, side.amount, '2026-11-01'
   FROM (SELECT * FROM payments ORDER BY id LIMIT 1) p, (VALUES ('bank', ${debit}), ('contract', ${credit})) AS side (account, amount)`;
const addCard = (mask: string, month: number) =>
  `INSERT INTO saved_cards (id, user_id, token, mask, expiry_month, expiry_year, created_at) VALUES (${id}, ${user("anna")}, ${id}::text, '${mask}', ${month}, 2030, '2026-01-01')`;
const addContract = (number: string, inn: string, kpp: string, category: number) =>
  `INSERT INTO contracts (id, number, client_name, inn, kpp, price_category, created_at) VALUES (${id}, '${number}', 'x', '${inn}', ${kpp}, ${category}, '2026-01-01')`;
const addFile = (size: number) => `INSERT INTO stored_files (id, name, media_type, size, sha256, storage_key, created_at) VALUES (${id}, 'x', 'x', ${size}, 'x', ${id}::text, '2026-01-01')`;
const addUpload = (status: string) =>
  `INSERT INTO reading_uploads (id, contract_id, period_id, user_id, file_id, status, preview, created_at, expires_at) VALUES (${id}, ${contract}, ${period}, ${user("anna")}, (SELECT id FROM stored_files LIMIT 1), '${status}', '{}', '2026-11-01', '2026-11-02')`;
const addDay = (hours: number) =>
  `INSERT INTO interval_days (register_id, day, values, day_total, source, created_at) VALUES (${register}, '2026-10-0${hours % 7 + 1}', array_fill(1::numeric, ARRAY[${hours}]), 1, 'file', '2026-11-01')`;

beforeAll(async () => {
  await importGround();
  await sql(addContract("78010000000100", "7801000012", "NULL", 1));
  await sql(`INSERT INTO facilities (id, contract_id, code, address) VALUES (${id}, ${other}, '780100000001000001', 'x')`);
  for (const name of ["anna", "boris", "vera"]) await sql(addUser(`'client', NULL, '${name}@test.test', NULL`));
  await sql(addFile(1));
});
afterAll(() => pool.end());

/** What each constraint refuses, and beside it what stands on the other side of its edge. */
const RULES: [name: string, refused: string[], taken: string[]][] = [
  ["users_email_lower", [addUser("'client', NULL, 'Big@test.test', NULL")], []],
  ["users_login_lower", [addUser("'client', NULL, NULL, 'Big'")], [addUser("'client', NULL, NULL, 'small'")]],
  ["users_staff_role", [addUser("'staff', NULL, 'a1@test.test', NULL"), addUser("'client', 'operator', 'a2@test.test', NULL")], [addUser("'staff', 'operator', 'a3@test.test', NULL")]],
  ["users_reachable", [addUser("'client', NULL, NULL, NULL")], []],
  ["contracts_number", [addContract("7801000000010", "7801000012", "NULL", 1), addContract("7801000000010x", "7801000012", "NULL", 1)], []],
  ["contracts_inn", [addContract("78010000000901", "780100001", "NULL", 1)], [addContract("78010000000902", "780100001234", "NULL", 6)]],
  ["contracts_kpp", [addContract("78010000000903", "7801000012", "'78010100'", 1)], [addContract("78010000000904", "7801000012", "'7801AB001'", 1)]],
  ["contracts_price_category", [addContract("78010000000905", "7801000012", "NULL", 0), addContract("78010000000906", "7801000012", "NULL", 7)], []],
  ["contract_emails_lower", [`INSERT INTO contract_emails VALUES (${contract}, 'Big@test.test')`], [`INSERT INTO contract_emails VALUES (${contract}, 'small@test.test')`]],
  ["metering_points_multiplier", ["UPDATE metering_points SET multiplier = 0"], ["UPDATE metering_points SET multiplier = 0.0001"]],
  ["metering_points_losses", ["UPDATE metering_points SET losses_percent = -100"], ["UPDATE metering_points SET losses_percent = -99.9"]],
  ["meters_digits", ["UPDATE meters SET integer_digits = 0", "UPDATE meters SET integer_digits = 13", "UPDATE meters SET fraction_digits = 7"], ["UPDATE meters SET fraction_digits = 0"]],
  ["meters_life", ["UPDATE meters SET removed_on = installed_on - 1"], []],
  ["billing_periods_month", [`INSERT INTO billing_periods VALUES (${id}, 'x', '2026-10-02', '2026-10-01', '2026-10-02')`], []],
  ["billing_periods_window", [`INSERT INTO billing_periods VALUES (${id}, 'x', '2026-10-01', '2026-10-02', '2026-10-02')`], []],
  ["readings_value", [addReading(9, false, -1)], [addReading(9, false, 0)]],
  ["readings_version", [addReading(0, false)], []],
  ["interval_days_length", [addDay(23), addDay(25)], [addDay(24), addDay(48)]],
  ["reading_uploads_committed", [addUpload("committed")], [addUpload("ready")]],
  ["bills_amount", [addBill(0, 0)], []],
  ["bills_settled", [addBill(100, 101), addBill(100, -1)], [addBill(100, 0), addBill(100, 100)]],
  ["bills_month", [addBill(100, 0, "2026-10-31")], []],
  ["advances_amount", [`INSERT INTO advances VALUES (${contract}, 'advance', -1, '2026-11-01')`], [`INSERT INTO advances VALUES (${contract}, 'advance', 0, '2026-11-01')`]],
  ["charges_month", [`INSERT INTO charges VALUES (${id}, ${contract}, '2026-10-02', 'final', 'x', '2026-10-01', 1)`], []],
  ["payments_amount", [addPayment("created", 0, 0)], []],
  ["payments_captured", [addPayment("succeeded", 100, 50)], []],
  ["payments_succeeded", [addPayment("created", 100, 100), addPayment("succeeded", 100, 0)], [addPayment("succeeded", 100, 100), addPayment("created", 100, 0)]],
  ["payments_refunded", [addPayment("succeeded", 100, 100, 101)], [addPayment("succeeded", 100, 100, 100)]],
  ["payments_captured_at", [addPayment("succeeded", 100, 100, 0, undefined, "NULL"), addPayment("created", 100, 0, 0, undefined, "'2026-11-01'")], []],
  ["payments_bank_known", [addPayment("awaiting_user", 100, 0, 0, "NULL"), addPayment("expired", 100, 0, 0, "NULL")], [addPayment("unknown", 100, 0, 0, "NULL")]],
  ["payment_claims_amount", [addClaim(0)], [addClaim(1)]],
  ["refunds_amount", [addRefund(0)], [addRefund(1)]],
  ["payment_orders_amount", [addOrder(0)], [addOrder(1)]],
  ["ledger_entries_amount", [addEntries(0, 0)], [addEntries(1, -1)]],
  ["payment_allocations_amount", ["INSERT INTO payment_allocations SELECT p.id, b.id, 0 FROM payments p, bills b LIMIT 1"], ["INSERT INTO payment_allocations SELECT p.id, b.id, 1 FROM payments p, bills b LIMIT 1"]],
  ["saved_cards_mask", [addCard("4111111111111111", 1), addCard("41111111*1111", 1)], [addCard("411111******1111", 12)]],
  ["saved_cards_expiry", [addCard("*1111", 13)], []],
  ["stored_files_size", [addFile(-1)], [addFile(0)]],
];

describe("a rule of the database", () => {
  it.each(RULES)("%s", async (name, refused, taken) => {
    for (const statement of refused) await expect(sql(statement)).rejects.toMatchObject({ constraint: name });
    for (const statement of taken) await sql(statement);
  });

  it("is tried here, whichever it is", async () => {
    const { rows } = await sql("SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1");
    expect((rows as { conname: string }[]).map(({ conname }) => conname)).toEqual(RULES.map(([name]) => name).sort());
  });
});

describe("once only", () => {
  it("one administrator of a contract, and again after the first has gone", async () => {
    await sql(addMember("anna", "administrator"));
    await expect(sql(addMember("boris", "administrator"))).rejects.toMatchObject({ constraint: "members_one_administrator" });
    await sql(addMember("anna", "administrator", other));
    await sql("UPDATE members SET revoked_at = '2026-11-01' WHERE contract_id = " + contract);
    await sql(addMember("boris", "administrator"));
  });

  it("one role of a person on a contract", async () => {
    await sql(addMember("vera", "engineer"));
    await expect(sql(addMember("vera", "accountant"))).rejects.toMatchObject({ constraint: "members_once" });
    await sql(addMember("vera", "accountant", contract, "'2026-11-01'"));
  });

  it("one password of an account, one current reading of a register in a month, one meter in its place", async () => {
    const password = `INSERT INTO credentials (id, user_id, kind, secret, created_at, updated_at) VALUES (${id}, ${user("anna")}, 'password', 'x', '2026-01-01', '2026-01-01')`;
    await sql(password);
    await expect(sql(password)).rejects.toMatchObject({ constraint: "credentials_one_password" });
    await sql(addReading(1, true));
    await expect(sql(addReading(2, true))).rejects.toMatchObject({ constraint: "readings_one_current" });
    await sql(addReading(2, false));
    await expect(sql(addReading(2, false))).rejects.toMatchObject({ code: "23505" });
    const second = `INSERT INTO meters (id, metering_point_id, serial_number, integer_digits, fraction_digits, installed_on) SELECT ${id}, id, 'second', 5, 0, '2026-01-01' FROM metering_points`;
    await expect(sql(second)).rejects.toMatchObject({ constraint: "meters_one_in_place" });
  });

  it("one live payment of a bill", async () => {
    const live = (place: number) => `INSERT INTO payment_claims (payment_id, bill_id, place, amount, live) SELECT (SELECT id FROM payments ORDER BY id OFFSET ${place} LIMIT 1), (SELECT id FROM bills ORDER BY id OFFSET 1 LIMIT 1), 1, 1, true`;
    await sql(live(0));
    await expect(sql(live(1))).rejects.toMatchObject({ constraint: "payment_claims_one_live" });
    await sql("UPDATE payment_claims SET live = false");
    await sql(live(1));
  });

  it("a key of a submission on its contract", async () => {
    const add = (where: string) => `INSERT INTO submissions (id, contract_id, period_id, client_key, digest, source, created_at) VALUES (${id}, ${where}, ${period}, '00000000-0000-7000-8000-000000000001', 'x', 'cabinet', '2026-11-01')`;
    await sql(add(contract));
    await expect(sql(add(contract))).rejects.toMatchObject({ code: "23505" });
    await sql(add(other));
  });
});

it("entries of the ledger sum to zero and stay", async () => {
  await expect(sql(addEntries(5, -4))).rejects.toThrow("does not sum to zero");
  await expect(sql("UPDATE ledger_entries SET amount = 7")).rejects.toThrow("append-only");
});

it("a restriction names facilities of the same contract alone", async () => {
  const restrict = (where: string, whose: string) =>
    `INSERT INTO member_facilities (member_id, facility_id, contract_id) SELECT m.id, ${facility}, ${whose} FROM members m WHERE m.contract_id = ${where} LIMIT 1`;
  for (const whose of [contract, other]) await expect(sql(restrict(other, whose))).rejects.toMatchObject({ code: "23503" });
  await sql(restrict(contract, contract));
});

it("a reading stands in the month of its period", async () => {
  const wrong = addReading(5, false).replace("'2026-10-01'", "'2026-09-01'");
  await expect(sql(wrong)).rejects.toMatchObject({ constraint: "readings_period_id_month_fkey" });
});

it("what was sent or paid cannot be deleted from under its records", async () => {
  for (const table of ["contracts", "registers", "billing_periods"]) await expect(sql(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: "23001" });
});

it.each([
  ["audit_events", "INSERT INTO audit_events (at, actor_kind, action, subject_kind, subject_id) VALUES ('2026-11-01', 'job', 'x.y', 'x', 'y')", "action"],
  ["outbox_events", "INSERT INTO outbox_events (kind, payload, created_at) VALUES ('x.y', '{}', '2026-11-01')", "kind"],
])("%s is added to, never changed", async (table, insert, column) => {
  await sql(insert);
  await expect(sql(`UPDATE ${table} SET ${column} = 'z'`)).rejects.toThrow(`${table} is append-only`);
  await expect(sql(`DELETE FROM ${table}`)).rejects.toThrow(`${table} is append-only`);
});
