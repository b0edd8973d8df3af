import { expect, test, type Page } from "@playwright/test";
import { ask } from "../support/ask";
import { enter } from "../support/enter";
import { CONTRACTS, persona } from "../support/personas";

test.describe.configure({ mode: "parallel" });

/** What has focus, in a few words. */
const focused = (page: Page) => page.evaluate(() => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim().replace(/\s+/g, " "));

async function tabs(page: Page, count: number): Promise<string[]> {
  const seen: string[] = [];
  for (let index = 0; index < count; index++) {
    await page.keyboard.press("Tab");
    seen.push(await focused(page));
  }
  return seen;
}

test("the keyboard meets the skip link, the brand, the sections, the profile and then the page", async ({ page, context }) => {
  await enter(context, persona("administrator"));
  await page.goto("/payments");
  expect(await tabs(page, 8)).toEqual(["К содержанию", "Ампер", "Оплата", "Показания", "История", "Ещё", "СИПрофиль: Северова Ирина", CONTRACTS.plant]);
});

test("the skip link shows itself and leads into the page", async ({ page, context }) => {
  await enter(context, persona("administrator"));
  await page.goto("/payments");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "К содержанию" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  expect(await tabs(page, 1)).toEqual([CONTRACTS.plant]);
});

test("the profile menu opens, is walked and closes by keys alone", async ({ page, context }) => {
  await enter(context, persona("other client"));
  await page.goto("/payments");
  const summary = page.locator("summary", { hasText: "Профиль" });
  await summary.focus();
  await page.keyboard.press("Enter");
  expect(await tabs(page, 4)).toEqual(["Светлая", "Тёмная", "Как в системе", "Выйти"]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Выйти" })).toBeHidden();
  await expect(summary).toBeFocused();
});

test("whatever has focus is seen", async ({ page }) => {
  await page.goto("/login");
  for (let index = 0; index < 6; index++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return "nothing has focus";
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" ? "seen" : element.outerHTML;
    });
    expect(outline).toBe("seen");
  }
});

/** Waits for the page, also while one gives way to another. */
const shows = (page: Page, color: string) => expect(page.locator("html")).toHaveCSS("background-color", color);
const DARK = "rgb(15, 18, 22)";
const LIGHT = "rgb(246, 247, 249)";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a chosen theme stays, and comes from the server so that nothing flashes", async ({ page, context }) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto("/login");
      const choose = (name: string) => page.getByRole("group", { name: "Оформление" }).getByRole("button", { name }).click();
      await shows(page, LIGHT);
      await choose("Тёмная");
      await expect(page.getByRole("button", { name: "Тёмная" })).toHaveAttribute("aria-pressed", "true");
      await shows(page, DARK);
      await page.reload();
      await shows(page, DARK);
      const cookie = (await context.cookies()).find(({ name }) => name === "theme");
      expect(await (await ask("/login", { cookie: `theme=${cookie?.value ?? ""}` })).text()).toMatch(/<html[^>]* class="[^"]*\bdark\b/);
      await choose("Светлая");
      await shows(page, LIGHT);
      await page.emulateMedia({ colorScheme: "dark" });
      await shows(page, LIGHT);
      await choose("Как в системе");
      await shows(page, DARK);
    });
  });
}
