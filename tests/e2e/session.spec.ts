import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { hashed, makeAccount, startSession } from "../support/accounts";
import { answerOf, ask } from "../support/ask";
import { enter } from "../support/enter";
import { CONTRACTS, persona } from "../support/personas";
import { query } from "../support/stand-database";
import { OTHER_SITES, OWN_SITE } from "../support/things";

test.describe.configure({ mode: "parallel" });

async function engineer() {
  const { id } = await makeAccount({ members: [{ contract: CONTRACTS.plant, role: "engineer" }] });
  const token = await startSession(id);
  const open = (url: string) => ask(url, { cookie: `amper=${token}` });
  return { id, token, open, answer: async (url: string) => answerOf(await open(url)) };
}

const READINGS = `/history/readings?contract=${CONTRACTS.plant}`;

/** What changes in the database, and what the very next requests answer. */
const CHANGES: [name: string, sql: string, page: number | string, handler: number][] = [
  ["ending the session", "UPDATE sessions SET ended_at = '2026-11-21T11:59:00+03:00' WHERE user_id = $1", "/login", 401],
  ["the end of its time", "UPDATE sessions SET expires_at = '2026-11-21T12:00:00+03:00' WHERE user_id = $1", "/login", 401],
  ["disabling the account", "UPDATE users SET disabled_at = '2026-11-21' WHERE id = $1", "/login", 401],
  ["revoking the role", "UPDATE members SET revoked_at = '2026-11-21' WHERE user_id = $1", 404, 404],
  ["the end of the role's time", "UPDATE members SET expires_at = '2026-11-21T12:00:00+03:00' WHERE user_id = $1", 404, 404],
  ["another role", "UPDATE members SET role = 'accountant' WHERE user_id = $1", 403, 403],
];

for (const [name, sql, page, handler] of CHANGES) {
  test(`${name} works on the very next request`, async () => {
    const { id, answer } = await engineer();
    const download = `/api/downloads/readings-history?contract=${CONTRACTS.plant}`;
    expect([await answer(READINGS), await answer(download)]).toEqual([200, 200]);
    await query(sql, [id]);
    expect([await answer(READINGS), await answer(download)]).toEqual([page, handler]);
  });
}

test("a restriction to one facility works on the very next request", async () => {
  const { id, open } = await engineer();
  expect(await (await open(READINGS)).text()).toContain(OTHER_SITES.serials[0]);
  await query(
    `WITH restricted AS (UPDATE members SET all_facilities = false WHERE user_id = $1 RETURNING id, contract_id)
     INSERT INTO member_facilities (member_id, facility_id, contract_id)
     SELECT r.id, f.id, r.contract_id FROM restricted r JOIN facilities f ON f.contract_id = r.contract_id AND f.code = $2`,
    [id, OWN_SITE.code],
  );
  const page = await (await open(READINGS)).text();
  expect(page).toContain(OWN_SITE.serials[0]);
  expect(page).not.toContain(OTHER_SITES.serials[0]);
});

test("staff without a role of staff is nobody", async () => {
  const { id } = await makeAccount({ staffRole: "operator" });
  const cookie = `amper=${await startSession(id)}`;
  expect(answerOf(await ask("/staff", { cookie }))).toBe(200);
  await query("UPDATE users SET kind = 'client', staff_role = NULL WHERE id = $1", [id]);
  expect(answerOf(await ask("/staff", { cookie }))).toBe("/staff/login");
});

test("signing in never adopts a cookie that was there", async () => {
  const planted = randomBytes(32).toString("base64url");
  const { id } = await makeAccount();
  await ask("/login", { cookie: `amper=${planted}` });
  const rows = await query("SELECT 1 FROM sessions WHERE token_hash = $1 OR user_id = $2", [hashed(planted), id]);
  expect(rows).toEqual([]);
});

test("leaving in one tab ends the other, and the old cookie is worth nothing", async ({ page, context }) => {
  await enter(context, persona("other client"));
  await page.goto("/payments");
  const cookie = (await context.cookies()).find(({ name }) => name === "amper");
  const tab = await context.newPage();
  await tab.goto("/payments");
  await tab.locator("summary", { hasText: "Профиль" }).click();
  await tab.getByRole("button", { name: "Выйти" }).click();
  await expect(tab).toHaveURL("/login");
  await tab.goBack();
  await expect(tab).toHaveURL("/login");
  await page.getByRole("link", { name: "Показания", exact: true }).first().click();
  await expect(page).toHaveURL("/login");
  expect(answerOf(await ask("/payments", { cookie: `amper=${cookie?.value ?? ""}` }))).toBe("/login");
});
