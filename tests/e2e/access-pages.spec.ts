import { expect, test } from "@playwright/test";
import { HANDLERS, PAGES, type Door, type Things } from "../support/access-table";
import { answerOf, ask, FROM_ANOTHER_SITE, FROM_OUR_PAGE } from "../support/ask";
import { listRoutes, methodsOf } from "../support/manifests";
import { CONTRACTS, cookieOf, persona, PERSONAS } from "../support/personas";
import { makeRefusedPayments, numberOfPayment } from "../support/own-money";
import { query } from "../support/stand-database";
import { ABSENT_ID, makeLetter, NONSENSE, OTHER_SITES, OWN_SITE, uploadSample } from "../support/things";

const routes = listRoutes();
const handlers = routes.filter(({ kind }) => kind === "handler").map(({ path, source }) => ({ path, methods: methodsOf(source) }));
const doors: [string, Door][] = [...Object.entries(PAGES).map(([path, door]): [string, Door] => [`GET ${path}`, door]), ...Object.entries(HANDLERS)];
const SERIALS = [...OWN_SITE.serials, ...OTHER_SITES.serials];
const methodOf = (name: string) => name.slice(0, name.indexOf(" "));
const withParameter = (url: string, name: string, value: string) => `${url}${url.includes("?") ? "&" : "?"}${name}=${value}`;
const short = (url: string) => (url.length > 120 ? `${url.slice(0, 120)}…` : url);

let things: Things;
test.beforeAll(async () => {
  const samples = [uploadSample("administrator"), uploadSample("restricted engineer"), makeLetter()] as const;
  const [[administrator, engineer, letter], payments] = await Promise.all([Promise.all(samples), makeRefusedPayments()]);
  things = { uploads: { administrator, "restricted engineer": engineer }, letter, payments, paymentNumber: await numberOfPayment(payments.administrator) };
});
test.describe.configure({ mode: "parallel" });

test("every page and every method of a handler has a row, and every row something to open", () => {
  expect(routes.filter(({ kind }) => kind === "page").map(({ path }) => path).sort()).toEqual(Object.keys(PAGES).sort());
  const built = handlers.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`));
  expect(built.sort()).toEqual(Object.keys(HANDLERS).sort());
});

for (const who of PERSONAS) {
  test(`${who.name}: every page and handler against own, foreign, absent and nonsense ids`, async () => {
    const cookie = await cookieOf(who);
    const wrong: string[] = [];
    for (const [name, door] of doors) {
      for (const { url, expected } of door.probe(who, things)) {
        const response = await ask(url, { cookie, method: methodOf(name), headers: FROM_OUR_PAGE });
        const answer = answerOf(response);
        if (answer !== expected) wrong.push(`${short(url)} → ${answer}, not ${expected}`);
        const body = await response.text();
        if (answer !== 200 && SERIALS.some((serial) => body.includes(serial))) wrong.push(`${short(url)} shows a meter beside ${answer}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

for (const who of [persona("administrator"), persona("operator"), persona("anonymous")]) {
  test(`${who.name}: whatever stands in a parameter, the page answers as without it`, async () => {
    const cookie = await cookieOf(who);
    const wrong: string[] = [];
    for (const [name, door] of doors) {
      const [base] = door.probe(who, things);
      if (!base || methodOf(name) !== "GET") continue;
      for (const parameter of door.parameters ?? []) {
        for (const value of ["", ...NONSENSE]) {
          const url = withParameter(base.url, parameter, value);
          const response = await ask(url, { cookie });
          const answer = answerOf(response);
          if (answer !== base.expected) wrong.push(`${short(url)} → ${answer}, not ${base.expected}`);
          await response.body?.cancel();
        }
      }
    }
    expect(wrong).toEqual([]);
  });
}

test("an address with a zero character is refused before anything reads it", async () => {
  const cookie = await cookieOf(persona("administrator"));
  for (const url of ["/staff?search=%00", "/staff/contracts/%00", `/readings?contract=${CONTRACTS.plant}&facility=a%00`, "/dev/mail?to=%00", "/%00"]) {
    expect(`${url} ${(await ask(url, { cookie })).status}`).toBe(`${url} 400`);
  }
});

test("a handler takes no other method, a page no form that is not its own", async () => {
  const cookie = await cookieOf(persona("administrator"));
  for (const { path, methods } of handlers) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((candidate) => !methods.includes(candidate))) {
      expect(`${method} ${path} ${(await ask(path, { cookie, method, headers: FROM_OUR_PAGE })).status}`).toBe(`${method} ${path} 405`);
    }
  }
});

test("a file sent by another site is refused, whoever is signed in", async () => {
  const cookie = await cookieOf(persona("administrator"));
  const url = `/api/uploads/readings?contract=${CONTRACTS.plant}`;
  const senders: Record<string, string>[] = [FROM_ANOTHER_SITE, { origin: "https://evil.example" }, { "sec-fetch-site": "same-site" }, {}];
  for (const headers of senders) {
    expect((await ask(url, { cookie, method: "POST", headers, body: new FormData() })).status).toBe(403);
  }
});

test("a restricted engineer never meets a facility outside the restriction", async () => {
  const [restricted, whole] = await Promise.all([cookieOf(persona("restricted engineer")), cookieOf(persona("administrator"))]);
  const withMeters = doors.filter(([, { meters }]) => meters);
  expect(withMeters.length).toBeGreaterThan(1);
  for (const [, door] of withMeters) {
    if (!door.meters) continue;
    const url = door.probe(persona("administrator"), things).find(({ url: candidate }) => candidate.includes(CONTRACTS.plant))?.url ?? "";
    const read = async (cookie: string, search: string) => (await ask(withParameter(url, door.meters?.search ?? "", search), { cookie })).text();
    expect(await read(whole, OTHER_SITES.code)).toContain(OTHER_SITES.serials[0]);
    expect(await read(restricted, "")).toContain(OWN_SITE.serials[0]);
    for (const search of ["", OTHER_SITES.code]) {
      const seen = await read(restricted, search);
      for (const serial of OTHER_SITES.serials) expect(seen).not.toContain(serial);
    }
  }
});

test("a meter outside the restriction, a foreign and an absent one have the same empty history", async () => {
  const cookie = await cookieOf(persona("restricted engineer"));
  const meters = await query<{ id: string }>("SELECT id FROM meters WHERE serial_number = $1", [OTHER_SITES.serials[0]]);
  const foreign = await query<{ id: string }>(
    "SELECT m.id FROM meters m JOIN metering_points p ON p.id = m.metering_point_id JOIN facilities f ON f.id = p.facility_id JOIN contracts c ON c.id = f.contract_id WHERE c.number = $1",
    [CONTRACTS.entrepreneur],
  );
  expect(meters.length + foreign.length).toBeGreaterThan(1);
  const read = async (id: string) => {
    const page = await (await ask(`/history/readings?contract=${CONTRACTS.plant}&meter=${id}`, { cookie })).text();
    return page.replace(/<script.*?<\/script>|<head>.*?<\/head>/gs, "").replaceAll(id, "");
  };
  const absent = await read(ABSENT_ID);
  expect(absent).toContain(OWN_SITE.serials[0]);
  for (const { id } of [...meters, ...foreign]) expect(await read(id)).toBe(absent);
});

test("a file of the history or the template holds only what its person may see", async () => {
  const cookie = await cookieOf(persona("restricted engineer"));
  for (const kind of ["readings-history", "register-template"]) {
    const response = await ask(`/api/downloads/${kind}?contract=${CONTRACTS.plant}`, { cookie });
    const { read, utils } = await import("xlsx");
    const book = read(new Uint8Array(await response.arrayBuffer()));
    const text = book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] ?? {})).join("\n");
    expect(text).toContain(OWN_SITE.serials[0]);
    for (const serial of OTHER_SITES.serials) expect(text).not.toContain(serial);
  }
});
