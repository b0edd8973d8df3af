import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { getStand } from "./stand";

/** Numbers of the stand-in: what each does stands under its card page. */
export const TEST_CARDS = {
  withoutCode: "4111111111111111",
  withCode: "2200000000000004",
  poor: "2200000000000012",
  expired: "2200000000000020",
  codeRefused: "2200000000000046",
} as const;

export const SECURE_CODE = "1234";

async function bankUrl(): Promise<string> {
  return readFileSync((await getStand()).bankFile, "utf8");
}

/** What may be done to the bank from outside: faults, ends of payments. */
export async function control(path: string, body: object): Promise<void> {
  const response = await fetch(`${await bankUrl()}/control${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  if (!response.ok) throw new Error(`the bank's control: ${response.status} ${await response.text()}`);
}

export async function expectBank(page: Page): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`^${await bankUrl()}/pay/`));
}

/** Types a card on the bank's page; a code too, where the card asks for one. */
export async function payByCard(page: Page, number: string, code?: string): Promise<void> {
  await expectBank(page);
  await page.getByLabel("Номер карты").fill(number);
  await page.getByLabel("Месяц и год").fill("12/30");
  await page.getByLabel("CVC").fill("123");
  await page.getByRole("button", { name: /^(Оплатить|Привязать)/ }).click();
  if (code === undefined) return;
  await page.getByLabel("Код из сообщения").fill(code);
  await page.getByRole("button", { name: "Подтвердить" }).click();
}
