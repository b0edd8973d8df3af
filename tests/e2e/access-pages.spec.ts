import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectedOf, HANDLERS, isApi, OTHER_SITES, OWN_SITE, PAGES, type Door } from "../support/access-table";
import { CONTRACTS, cookieOf, PERSONAS } from "../support/personas";

const manifest = JSON.parse(readFileSync(".next/server/app-paths-manifest.json", "utf8")) as Record<string, string>;

/** Addresses without route groups, as they are asked for. */
const routes = Object.keys(manifest)
  .filter((key) => !key.startsWith("/_"))
  .map((key) => ({ api: key.endsWith("/route"), path: key.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/" }));

test("every page and handler of the build has a row, and every row a page", () => {
  expect(routes.filter(({ api }) => !api).map(({ path }) => path).sort()).toEqual(Object.keys(PAGES).sort());
  expect(routes.filter(({ api }) => api).map(({ path }) => path).sort()).toEqual(Object.keys(HANDLERS).sort());
});

const doors: [string, Door][] = [...Object.entries(PAGES), ...Object.entries(HANDLERS)];

for (const persona of PERSONAS) {
  test(`${persona.name}: every page and handler against own, foreign and absent contracts`, async ({ request }) => {
    const cookie = await cookieOf(persona);
    for (const [route, door] of doors) {
      const byContract = door.guard === "contract" || door.guard === "staff-contract";
      for (const contract of byContract ? Object.values(CONTRACTS) : [CONTRACTS.plant]) {
        const url = byContract ? door.url(contract) : route;
        const response = await request.get(url, { headers: { cookie }, maxRedirects: 0 });
        const location = response.headers().location;
        const answer = location === undefined ? response.status() : new URL(location, "http://any").pathname;
        const expected = expectedOf(door, persona, contract, isApi(route));
        // The root leads on to the first section; that is its success.
        if (route === "/" && expected === 200) expect(["/payments", "/readings"]).toContain(answer);
        else expect(`${url} → ${answer}`).toBe(`${url} → ${expected}`);
        if (answer !== 200 && byContract && contract !== CONTRACTS.absent) {
          const body = await response.text();
          for (const serial of [...OWN_SITE.serials, ...OTHER_SITES.serials]) expect(body).not.toContain(serial);
        }
      }
    }
  });
}

test("a restricted engineer never meets a facility outside the restriction", async ({ request }) => {
  const engineer = PERSONAS.find(({ name }) => name === "restricted engineer");
  const administrator = PERSONAS.find(({ name }) => name === "administrator");
  if (!engineer || !administrator) throw new Error("personas are gone");
  const [restricted, whole] = await Promise.all([cookieOf(engineer), cookieOf(administrator)]);
  for (const [, door] of doors) {
    if (door.guard !== "contract" || !door.content) continue;
    const url = door.url(CONTRACTS.plant);
    for (const search of ["", OTHER_SITES.code, ...OTHER_SITES.serials]) {
      const address = `${url}&search=${search}`;
      const seen = await (await request.get(address, { headers: { cookie: restricted } })).text();
      for (const serial of OTHER_SITES.serials) expect(seen.replaceAll(`"${search}"`, "").replaceAll(`search=${search}`, "")).not.toContain(serial === search ? `ПУ ${serial}` : serial);
    }
    const all = await (await request.get(url, { headers: { cookie: whole } })).text();
    expect(all).toContain(OTHER_SITES.serials[0]);
  }
});

test("a meter outside the restriction answers as an absent one", async ({ request }) => {
  const engineer = PERSONAS.find(({ name }) => name === "restricted engineer");
  if (!engineer) throw new Error("persona is gone");
  const cookie = await cookieOf(engineer);
  const absent = "00000000-0000-7000-8000-000000000000";
  const url = (meter: string) => `/history/readings?contract=${CONTRACTS.plant}&meter=${meter}`;
  const page = await (await request.get(url(absent), { headers: { cookie } })).text();
  expect(page).toContain(OWN_SITE.serials[0]);
  for (const serial of OTHER_SITES.serials) expect(page).not.toContain(serial);
});
