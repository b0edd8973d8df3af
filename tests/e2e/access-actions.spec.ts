import { expect, test } from "@playwright/test";
import { makeAccount } from "../support/accounts";
import { ACTIONS, type Register, type Targets } from "../support/action-table";
import { ask, FROM_ANOTHER_SITE } from "../support/ask";
import { callAction, formOf, outcomeOf } from "../support/call-action";
import { listActions } from "../support/manifests";
import { CONTRACTS, cookieOf, persona, PERSONAS, type Persona } from "../support/personas";
import { makeRefusedPayments } from "../support/own-money";
import { countOf, query } from "../support/stand-database";
import { uploadSample } from "../support/things";

const built = listActions();

function action(name: string) {
  const found = built.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`${name} is not in the build`);
  return found;
}

let registers: Register[];
let uploads: Targets["uploads"];
let bills: Targets["bills"];
let payments: Targets["payments"];

test.beforeAll(async () => {
  registers = await query<Register>(
    `SELECT DISTINCT ON (f.id) r.id, c.number AS contract, f.code AS facility, p.id AS "periodId",
            (SELECT trim_scale(g.value)::text FROM readings g WHERE g.register_id = r.id AND g.is_current AND g.month < p.month ORDER BY g.month DESC LIMIT 1) AS previous
     FROM contracts c
     JOIN facilities f ON f.contract_id = c.id AND (f.code IN (SELECT min(code) FROM facilities GROUP BY contract_id) OR c.number = $1)
     JOIN metering_points t ON t.facility_id = f.id JOIN meters m ON m.metering_point_id = t.id AND m.removed_on IS NULL
     JOIN registers r ON r.meter_id = m.id
     JOIN billing_periods p ON p.period_group = c.period_group AND p.month = '2026-11-01'
     WHERE c.number = ANY($2)
     ORDER BY f.id, m.id, r.id`,
    [CONTRACTS.plant, Object.values(CONTRACTS)],
  );
  bills = await query<Targets["bills"][number]>(
    `SELECT DISTINCT ON (c.id) b.id, c.number AS contract, (b.amount - b.settled_amount)::text AS due
     FROM bills b JOIN contracts c ON c.id = b.contract_id WHERE b.settled_amount < b.amount AND c.number = ANY($1) ORDER BY c.id, b.number`,
    [Object.values(CONTRACTS)],
  );
  payments = await makeRefusedPayments();
  const [administrator, engineer] = await Promise.all([uploadSample("administrator"), uploadSample("restricted engineer")]);
  uploads = { administrator, "restricted engineer": engineer };
});
test.describe.configure({ mode: "parallel" });

test("every action of the build has a row, and every row an action", () => {
  expect(built.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort());
});

async function copyOf(upload: string, spoiled: boolean): Promise<string> {
  const preview = spoiled ? "jsonb_set(preview, '{send,0,3}', '\"слово\"')" : "preview";
  const [copy] = await query<{ id: string }>(
    `INSERT INTO reading_uploads (id, contract_id, period_id, user_id, file_id, preview, created_at, expires_at)
     SELECT gen_random_uuid(), contract_id, period_id, user_id, file_id, ${preview}, created_at, expires_at FROM reading_uploads WHERE id = $1 RETURNING id`,
    [upload],
  );
  return copy?.id ?? "";
}

async function aim(who: Persona): Promise<Targets> {
  const own = uploads[who.name];
  const [client, staff] = await Promise.all([makeAccount(), makeAccount({ staffRole: "operator" })]);
  return {
    registers,
    uploads,
    bills,
    payments,
    own: own === undefined ? null : { spoiled: await copyOf(own, true), fresh: await copyOf(own, false) },
    accounts: { client: client.email, staff: staff.email },
  };
}

for (const who of PERSONAS) {
  test(`${who.name}: every action against own, foreign, absent and restricted things`, async () => {
    const [cookie, targets] = await Promise.all([cookieOf(who), aim(who)]);
    const wrong: string[] = [];
    const keys: string[] = [];
    for (const [name, row] of Object.entries(ACTIONS)) {
      for (const { what, args, expected, clientKey } of row(who, targets)) {
        const answer = await callAction(action(name), args, { cookie });
        if (outcomeOf(answer) !== expected) wrong.push(`${name}, ${what}: ${outcomeOf(answer)}, not ${expected}`);
        if (clientKey !== undefined) keys.push(clientKey);
        if (answer.cookies.some((set) => /^amper=./.test(set) && !set.startsWith("amper=;"))) wrong.push(`${name}, ${what}: signed in`);
      }
    }
    expect(wrong).toEqual([]);
    expect(registers.length).toBeGreaterThan(5);
    for (const table of ["submissions", "payments"]) expect(await countOf(table, "client_key::text = ANY($1)", [keys])).toBe(0);
    expect(await countOf("reading_uploads", "id = ANY($1::uuid[]) AND status = 'ready'", [Object.values(uploads)])).toBe(2);
    const made = [targets.accounts.client, targets.accounts.staff];
    expect(await countOf("sessions JOIN users ON users.id = user_id", "email = ANY($1)", [made])).toBe(0);
    if (who.kind !== "nobody") expect((await ask("/payments", { cookie })).headers.get("location")).toBe("/login");
  });
}

test("leaving ends one session, not the person's others", async () => {
  const [left, kept] = await Promise.all([cookieOf(persona("other client")), cookieOf(persona("other client"))]);
  const answer = await callAction(action("lib/auth/actions.ts#signOutAction"), [], { cookie: left });
  expect(answer.cookies.join()).toMatch(/^amper=;.*Max-Age=0/);
  expect((await ask("/payments", { cookie: left })).headers.get("location")).toBe("/login");
  expect((await ask("/payments", { cookie: kept })).status).toBe(200);
});

test("a theme is remembered as one of three, whatever was sent", async () => {
  const set = async (theme: string) => (await callAction(action("lib/theme/actions.ts#setThemeAction"), [formOf({ theme })])).cookies.join();
  expect(await set("dark")).toMatch(/^theme=dark;.*HttpOnly; SameSite=lax$/i);
  expect(await set("'; amper=x")).toMatch(/^theme=system;/);
});

test("an action sent by another site does nothing", async () => {
  const cookie = await cookieOf(persona("other client"));
  for (const { pages, id } of built) {
    const body = new FormData();
    body.append("0", "[]");
    const response = await ask((pages[0] ?? "/").replace(/\[\w+\]/, "x"), { method: "POST", cookie, body, headers: { ...FROM_ANOTHER_SITE, "next-action": id } });
    expect(response.headers.get("x-action-redirect")).toBeNull();
    expect(response.headers.getSetCookie()).toEqual([]);
  }
  expect((await ask("/payments", { cookie })).status).toBe(200);
});

test("arguments of the wrong shape neither write nor stop the server", async () => {
  const cookie = await cookieOf(persona("administrator"));
  for (const one of built.filter(({ name }) => !name.endsWith("#signOutAction"))) {
    for (const args of [[], [null], [{ __proto__: null, contract: {} }], [[[]]], ["x".repeat(5000)]]) {
      const answer = await callAction(one, args, { cookie });
      expect(JSON.stringify(answer.value ?? null)).not.toContain("saved");
    }
  }
  expect((await ask("/payments", { cookie })).status).toBe(200);
});
