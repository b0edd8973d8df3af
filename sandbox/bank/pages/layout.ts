import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { REASONS } from "../declines";
import { forPeople } from "../money";
import type { Payment } from "../records";
import { Html, html } from "./html";
import { STYLE } from "./style";

export type Page = { title: string; body: Html; hints?: Html; status?: number; payment?: Payment };

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** Forms may end at the shop: browsers hold the redirect after a form to the same rule. */
function policy(payment: Payment | undefined): string {
  const shop = payment?.returnUrl === undefined ? "" : ` ${new URL(payment.returnUrl).origin}`;
  return `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; form-action 'self'${shop}; base-uri 'none'; frame-ancestors 'none'`;
}

export function sendPage(response: ServerResponse, { title, body, hints, status = 200, payment }: Page): void {
  const page = html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} · Демобанк</title>
${STYLE_ELEMENT}
</head>
<body>
<header><span class="mark">Демобанк</span><span>Учебная оплата</span></header>
<main><div class="sheet">${body}</div></main>
<footer>${hints}<p class="muted">Это учебный банк: настоящие деньги не списываются. Не вводите номер своей карты.</p></footer>
</body>
</html>`;
  response
    .writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policy(payment),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    })
    .end(page.text);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store", "referrer-policy": "no-referrer" }).end();
}

/** What is paid, on top of every page. */
export function heading(payment: Payment): Html {
  const purpose = payment.description === undefined ? undefined : html`<p class="muted">${payment.description}</p>`;
  return html`<h1>${forPeople(payment.amount)}</h1>${purpose}`;
}

/** The way out that pays nothing and cancels nothing. */
export function wayBack({ returnUrl }: Payment, look = "back"): Html {
  return returnUrl === undefined ? html`` : html`<a class="${look}" href="${returnUrl}">Вернуться в магазин</a>`;
}

export function resultPage(payment: Payment): Page {
  const refused = payment.cancellation === undefined ? undefined : html`<p>${REASONS[payment.cancellation.reason].words}.</p>`;
  const title = { pending: "Ожидает оплаты", succeeded: "Оплачено", waiting_for_capture: "Деньги удержаны", canceled: "Оплата не прошла" }[payment.status];
  const sign = payment.status === "canceled" ? html`<span class="sign bad" aria-hidden="true">✕</span>` : html`<span class="sign good" aria-hidden="true">✓</span>`;
  return {
    title,
    payment,
    body: html`<h1 class="words">${sign} ${title}</h1>${refused}<p class="muted">${[forPeople(payment.amount), payment.description].filter((part) => part !== undefined).join(" · ")}</p>${wayBack(payment, "button")}`,
  };
}

export const FAILED: Page = {
  title: "Не получилось",
  status: 500,
  body: html`<h1 class="words">Не получилось</h1><p>Обновите страницу или вернитесь в магазин: он знает, прошла ли оплата.</p>`,
};

export const MISSING: Page = {
  title: "Платёж не найден",
  status: 404,
  body: html`<h1 class="words">Платёж не найден</h1><p>Вернитесь в магазин и начните оплату заново.</p>`,
};
