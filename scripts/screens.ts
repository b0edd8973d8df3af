// npm run screens: takes the pictures of README into docs/screens from a demonstration of its own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { findChromium, installChromium } from "../tests/support/browser";
import { forgetVariables } from "../tests/support/environment";
import { getStand } from "../tests/support/stand";
import { HEADERS, type MadeCell, makeWorkbook } from "../tests/support/workbooks";
import { DEMO_PASSWORD } from "./demo-accounts";
import { buildWhenStale } from "./next-build";

const FOLDER = "docs/screens";
const PLANT = "78010000000011";
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** A file as people send them: most rows are right, one went down, one names a meter of nobody. */
function registerFile(): Buffer {
  const row = (code: string, serial: string, quantity: string, zone: string, previous: number, current: MadeCell): MadeCell[] =>
    [code, "", "Ожидание", serial, "", quantity, zone, previous, current];
  const rows = [
    row("780100000000110001", "20300109", "А+", "Круглосуточная", 12441, 12442),
    row("780100000000110001", "43984851", "А+", "Круглосуточная", 50321.5, 50231.5),
    row("780100000000110001", "43984851", "Р+", "Круглосуточная", 18200, 18231.5),
    row("780100000000110002", "01202434", "А+", "День", 3120.5, 3180.75),
    row("780100000000110002", "01202434", "А+", "Ночь", 1450.25, 1471),
    row("780100000000110003", "01284981", "А+", "Круглосуточная", 900000, 926940),
  ];
  return makeWorkbook([{ name: "Показания", rows: [HEADERS, ...rows] }]);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${FOLDER}/readme-${name}.png`, animations: "disabled", caret: "hide" });
}

async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: "ru-RU", timezoneId: "Europe/Moscow", colorScheme: "light", ...options });
  return context.newPage();
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail или логин").fill(login);
  await page.getByLabel("Пароль").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL((address) => address.pathname !== "/login");
}

async function shootDesktop(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, DESKTOP);
  await page.goto("/login");
  await page.getByText("Учётные записи демонстрации").click();
  await shoot(page, "login");
  await signIn(page, "admin@demo.test");
  await page.goto("/payments");
  await shoot(page, "payments");
  await page.goto(`/readings?contract=${PLANT}`);
  const fields = page.locator("main input[inputmode=decimal]:visible");
  await fields.nth(0).fill("12442");
  await fields.nth(1).fill("50401,25");
  await fields.nth(2).fill("18231,5");
  await fields.nth(2).blur();
  await shoot(page, "readings");
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, "readings-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/readings/upload?contract=${PLANT}`);
  await page.locator("input[type=file]").setInputFiles({ name: "показания-ноябрь.xlsx", mimeType: "", buffer: registerFile() });
  await page.getByRole("button", { name: "Загрузить и проверить" }).click();
  await page.waitForURL(/\/upload\/[\da-f-]{36}/);
  await shoot(page, "file");
}

async function shootPhone(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, PHONE);
  await signIn(page, "reader@demo.test");
  const fields = page.locator("main input[inputmode=decimal]:visible");
  await fields.nth(0).fill("14958");
  await fields.nth(1).fill("19211");
  await fields.nth(1).blur();
  await page.locator("main details").first().evaluate((house) => window.scrollTo(0, house.getBoundingClientRect().top - 70));
  await shoot(page, "phone");
}

/** The demonstration of the end-to-end tests: a folder, a database and a port of its own, the clock stopped. */
async function startStand(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { url } = await getStand();
  const server = fork("tests/support/serve.ts", { execArgv: ["--conditions=react-server", "--import", "tsx"] });
  const exited = once(server, "exit");
  const stop = async () => {
    server.kill("SIGTERM");
    await exited;
  };
  while ((await fetch(`${url}/api/health`).catch(() => null))?.status !== 200) {
    if (server.exitCode !== null) throw new Error("The demonstration did not start.");
    await sleep(200);
  }
  return { url, stop };
}

async function takeAll(): Promise<void> {
  const executablePath = findChromium() ?? installChromium();
  if (executablePath === undefined) throw new Error("No Chromium was found and none could be installed. Set CHROMIUM_PATH to its program.");
  await buildWhenStale({ env: process.env, log: (line) => console.log(line) });
  mkdirSync(FOLDER, { recursive: true });
  const stand = await startStand();
  try {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    await shootDesktop(browser, stand.url);
    await shootPhone(browser, stand.url);
    await browser.close();
  } finally {
    await stand.stop();
  }
}

forgetVariables();
try {
  await takeAll();
  console.log(`The pictures are in ${FOLDER}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
