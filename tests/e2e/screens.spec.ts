import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { Things } from "../support/access-table";
import { enter } from "../support/enter";
import { listRoutes } from "../support/manifests";
import { makeRefusedPayments, numberOfPayment } from "../support/own-money";
import { persona } from "../support/personas";
import { SCREENS, type Screen } from "../support/screens";
import { makeLetter, submitOffice, uploadSample } from "../support/things";

const FOLDER = "docs/screens";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

test.describe.configure({ mode: "parallel" });
test.use({ contextOptions: { reducedMotion: "reduce" } });

let things: Things;
test.beforeAll(async () => {
  const samples = [uploadSample("administrator"), uploadSample("restricted engineer"), makeLetter()] as const;
  const [[administrator, engineer, letter], payments] = await Promise.all([Promise.all(samples), makeRefusedPayments(), submitOffice()]);
  things = { uploads: { administrator, "restricted engineer": engineer }, letter, payments, paymentNumber: await numberOfPayment(payments.administrator) };
});

test("every page of the build has a screen", () => {
  const pages = listRoutes().filter(({ kind }) => kind === "page");
  expect(pages.map(({ path }) => path).filter((path) => !SCREENS[path])).toEqual([]);
});

/** What a browser complains about while the page lives. */
function listen(page: Page, status: number): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    const { url } = message.location();
    const answered = status !== 200 && message.text().includes(`status of ${status}`);
    // A letter's frame runs no scripts, not even the watcher below.
    const sandboxed = url === "about:srcdoc" && message.text().startsWith("Blocked script execution");
    if (["error", "warning"].includes(message.type()) && !answered && !sandboxed) complaints.push(`console: ${message.text()} ${url}`);
  });
  page.on("requestfailed", (request) => complaints.push(`request: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  return complaints;
}

/** A policy may be broken without a word in the console; the event tells it always. */
const watchPolicy = () =>
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    console.error(`policy: ${violatedDirective} ${blockedURI}`);
  });

/** Drawn whole and at once: corners of what grew step by step are a shade apart from run to run. */
async function repaint(): Promise<void> {
  await document.fonts.ready;
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  document.documentElement.style.display = "none";
  await drawn();
  document.documentElement.style.display = "";
  await drawn();
}

async function look(page: Page, { name, heading }: Screen, file: string): Promise<void> {
  if (name === "hello") await expect(page.getByText("hello-world")).toBeVisible();
  else await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
  await page.evaluate(repaint);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth, `${file} scrolls sideways`).toBe(clientWidth);
  await page.screenshot({ path: `${FOLDER}/${file}.png`, animations: "disabled" });
  // A letter's frame runs no scripts, so not axe either.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude("iframe").setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(" | ")}`);
  expect(found, file).toEqual([]);
}

for (const screen of Object.values(SCREENS).flat()) {
  test(`${screen.name}: light and dark, wide and narrow`, async ({ page, context }) => {
    await enter(context, persona(screen.who));
    await page.addInitScript(watchPolicy);
    const complaints = listen(page, screen.status ?? 200);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const response = await page.goto(screen.url(things));
        expect(response?.status()).toBe(screen.status ?? 200);
        await look(page, screen, `${screen.name}-${size.width}-${colorScheme}`);
      }
    }
    expect(complaints).toEqual([]);
  });
}
