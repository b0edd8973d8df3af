import { randomInt } from "node:crypto";
import type { Browser, BrowserContext } from "@playwright/test";
import { makeAccount, startSession } from "./accounts";
import { query } from "./stand-database";
import { getStand } from "./stand";

const { url } = await getStand();

export type OwnContract = { number: string; periodId: string; meters: Record<"single" | "pair", string> };

/** A contract with a period of its own, so that a test may send readings and close the window beside other tests. */
export async function makeContract(): Promise<OwnContract> {
  const number = `7899${String(randomInt(10 ** 9)).padStart(10, "0")}`;
  const meters = { single: number.slice(-7), pair: `${number.slice(-7)}2` };
  const [row] = await query<{ period_id: string }>(
    `WITH made AS (
       INSERT INTO contracts (id, number, client_name, inn, price_category, period_group, created_at)
       VALUES (gen_random_uuid(), $1, 'ООО «Своё»', '7801000099', 1, $1, '2026-01-01') RETURNING id
     ), periods AS (
       INSERT INTO billing_periods (id, period_group, month, opens_at, closes_at, closed_at)
       VALUES (gen_random_uuid(), $1, '2026-10-01', '2026-10-01+03', '2026-11-10+03', '2026-11-05+03'),
              (gen_random_uuid(), $1, '2026-11-01', '2026-11-01+03', '2026-12-22+03', NULL)
       RETURNING id, month
     ), sites AS (
       INSERT INTO facilities (id, contract_id, code, address)
       SELECT gen_random_uuid(), made.id, $1 || n, 'г. Санкт-Петербург, Своя ул., д. ' || n FROM made, generate_series(1, 2) n RETURNING id, code
     ), points AS (
       INSERT INTO metering_points (id, facility_id, code, name, multiplier)
       SELECT gen_random_uuid(), id, code, 'Ввод', 10 FROM sites RETURNING id, code
     ), placed AS (
       INSERT INTO meters (id, metering_point_id, serial_number, integer_digits, fraction_digits, installed_on)
       SELECT gen_random_uuid(), id, CASE WHEN code = $1 || 1 THEN $2 ELSE $3 END, 5, 1, '2020-01-01' FROM points RETURNING id, serial_number
     ), counted AS (
       INSERT INTO registers (id, meter_id, quantity, zone)
       SELECT gen_random_uuid(), id, 'active_import', zone::"TariffZone" FROM placed
       CROSS JOIN LATERAL unnest(CASE WHEN serial_number = $2 THEN ARRAY['all_day'] ELSE ARRAY['day', 'night'] END) zone RETURNING id
     ), earlier AS (
       INSERT INTO readings (id, register_id, period_id, month, version, is_current, value, consumption, source, created_at)
       SELECT gen_random_uuid(), c.id, p.id, p.month, 1, true, 1000, 100, 'cabinet', '2026-10-25' FROM counted c, periods p WHERE p.month = '2026-10-01'
     ) SELECT id AS period_id FROM periods WHERE month = '2026-11-01'`,
    [number, meters.single, meters.pair],
  );
  if (!row) throw new Error("no contract was made");
  return { number, periodId: row.period_id, meters };
}

export async function signInAgain(context: BrowserContext, userId: string): Promise<void> {
  await context.addCookies([{ name: "amper", value: await startSession(userId), url }]);
}

/** A window of a person with this role on the contract. */
export async function enterAs(browser: Browser, contract: OwnContract, options: Parameters<Browser["newContext"]>[0] = {}): Promise<{ context: BrowserContext; userId: string }> {
  const { id } = await makeAccount({ members: [{ contract: contract.number, role: "manager" }] });
  const context = await browser.newContext({ baseURL: url, ...options });
  await signInAgain(context, id);
  return { context, userId: id };
}

/** Versions of all registers of the contract in the open period, oldest first. */
export function versionsOf({ periodId }: OwnContract): Promise<{ value: string; is_current: boolean; version: number }[]> {
  return query("SELECT trim_scale(value)::text AS value, is_current, version FROM readings WHERE period_id = $1 ORDER BY created_at, version, value", [periodId]);
}
