import { readFileSync } from "node:fs";
import { passwordSetLetter } from "../../lib/auth/letters";
import { ask, FROM_OUR_PAGE } from "./ask";
import { callAction, outcomeOf } from "./call-action";
import { DEMONSTRATION } from "./environment";
import { listActions } from "./manifests";
import { CONTRACTS, cookieOf, persona, type PersonaName } from "./personas";
import { query } from "./stand-database";

/** Serial numbers and the facility of the plant's first site, the only one the restricted engineer has. */
export const OWN_SITE = { code: "780100000000110001", serials: ["20300109", "43984851"] } as const;
export const OTHER_SITES = { code: "780100000000110002", serials: ["01202434", "01284918"] } as const;

export const ABSENT_ID = "00000000-0000-7000-8000-000000000000";

/** What a person or a robot may put where an id belongs, encoded for an address. */
export const NONSENSE = ["'", '">', "-1", "0", "null", "[object Object]", "..", "%", "ёж", "9".repeat(40), "a".repeat(10_000), ABSENT_ID].map(encodeURIComponent);

/** A preview of the plant's sample file, uploaded by this person through the cabinet itself. */
export async function uploadSample(by: PersonaName): Promise<string> {
  const body = new FormData();
  const bytes = readFileSync("tests/support/samples/registers-78010000000011-openpyxl.xlsx");
  body.set("file", new File([new Uint8Array(bytes)], "registers-78010000000011.xlsx"));
  const cookie = await cookieOf(persona(by));
  const response = await ask(`/api/uploads/readings?contract=${CONTRACTS.plant}`, { method: "POST", cookie, body, headers: FROM_OUR_PAGE });
  const { id } = (await response.json()) as { id?: string };
  if (id === undefined) throw new Error(`the sample was refused with ${response.status}`);
  return id;
}

/** The only letter of a fresh stand, as the cabinet writes it. */
export async function makeLetter(): Promise<string> {
  const at = new Date(DEMONSTRATION.AMPER_NOW);
  const { key, recipient, subject, text, html } = passwordSetLetter({
    recipient: "chief@demo.test",
    at,
    zone: "Europe/Moscow",
    signInUrl: "http://localhost/staff/login",
    key: "test:letter",
  });
  const [row] = await query<{ id: string }>(
    `INSERT INTO mails (id, key, recipient, subject, text, html, status, next_attempt_at, created_at, sent_at)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'sent', $6, $6, $6)
     ON CONFLICT (key) DO UPDATE SET status = 'sent' RETURNING id`,
    [key, recipient, subject, text, html, at],
  );
  if (!row) throw new Error("no letter was made");
  return row.id;
}

const OFFICE_KEY = "0192d3c0-0000-7000-8000-000000000028";

/** The office's meter, sent through the cabinet by its manager: once, however many workers ask. */
export async function submitOffice(): Promise<void> {
  const action = listActions().find(({ name }) => name.endsWith("#submitReadingsAction"));
  const [meter] = await query<{ registerId: string; periodId: string; previous: number }>(
    `SELECT r.id AS "registerId", p.id AS "periodId",
            (SELECT g.value::int FROM readings g WHERE g.register_id = r.id AND g.is_current AND g.month < p.month ORDER BY g.month DESC LIMIT 1) AS previous
     FROM registers r JOIN meters m ON m.id = r.meter_id JOIN metering_points t ON t.id = m.metering_point_id
     JOIN facilities f ON f.id = t.facility_id JOIN contracts c ON c.id = f.contract_id
     JOIN billing_periods p ON p.period_group = c.period_group AND p.month = '2026-11-01'
     WHERE c.number = $1`,
    [CONTRACTS.office],
  );
  if (!action || !meter) throw new Error("there is nothing to submit");
  const { registerId, periodId, previous } = meter;
  const entries = [{ registerId, text: String(previous + 412), version: null }];
  const answer = await callAction(action, [{ contract: CONTRACTS.office, periodId, clientKey: OFFICE_KEY, entries }], { cookie: await cookieOf(persona("administrator")) });
  if (outcomeOf(answer) !== "saved") throw new Error(`the office's readings: ${outcomeOf(answer)}`);
}
