import { DEMO_CARDS } from "../cards";
import { forPeople } from "../money";
import type { MethodType, Payment } from "../records";
import type { CardErrors, TypedCard } from "./card-form";
import { type Html, html } from "./html";
import { type Page, heading, wayBack } from "./layout";

type Field = { name: keyof CardErrors; label: string; value?: string; attributes: Html; wide?: boolean };

const WAY_NAMES: Record<MethodType, string> = { bank_card: "Картой", sbp: "Через СБП" };

const groups = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");

/** Links between the ways to pay, where the shop left the choice. */
export function wayLinks(payment: Payment, current: MethodType): Html {
  if (payment.way !== undefined || payment.ways.length < 2) return html``;
  const link = (way: MethodType) =>
    html`<li><a href="/pay/${payment.id}${way === "sbp" && "?way=sbp"}"${way === current && html` aria-current="page"`}>${WAY_NAMES[way]}</a></li>`;
  return html`<nav aria-label="Способ оплаты"><ul class="ways">${payment.ways.map(link)}</ul></nav>`;
}

function field({ name, label, value, attributes, wide = false }: Field, errors: CardErrors): Html {
  const error = errors[name];
  const first = Object.keys(errors)[0] === name;
  const wrong = error !== undefined && html` aria-invalid="true" aria-describedby="${name}-error"${first && html` autofocus`}`;
  return html`<div${wide && html` class="wide"`}>
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" inputmode="numeric" required ${attributes}${value !== undefined && html` value="${value}"`}${wrong}>
${error !== undefined && html`<p class="wrong" id="${name}-error">${error}</p>`}
</div>`;
}

const HINTS = html`<details open><summary>Карты для проверки</summary>
<table><tbody>${DEMO_CARDS.map(({ number, hint }) => html`<tr><th scope="row">${groups(number)}</th><td>${hint}</td></tr>`)}</tbody></table>
<p class="muted">Срок действия — любой будущий, CVC — любые три цифры.</p></details>`;

export function cardPage(payment: Payment, typed: TypedCard = { number: "", expiry: "" }, errors: CardErrors = {}): Page {
  const failed = Object.keys(errors).length > 0;
  const sum = forPeople(payment.amount);
  const links = payment.saveMethod && !payment.capture;
  return {
    title: failed ? "Ошибка: оплата картой" : "Оплата картой",
    payment,
    hints: HINTS,
    body: html`${heading(payment)}
${payment.saveMethod && html`<p class="notice">${links ? `Карта сохранится для следующих оплат. Для проверки банк удержит ${sum} и сразу вернёт.` : "Карта сохранится для следующих оплат."}</p>`}
${wayLinks(payment, "bank_card")}
<form method="post" action="/pay/${payment.id}/card" novalidate autocomplete="on">
<div class="fields">
${field({ name: "number", label: "Номер карты", value: typed.number, wide: true, attributes: html`autocomplete="cc-number" maxlength="40" placeholder="0000 0000 0000 0000"` }, errors)}
${field({ name: "expiry", label: "Месяц и год", value: typed.expiry, attributes: html`autocomplete="cc-exp" maxlength="7" placeholder="ММ/ГГ"` }, errors)}
${field({ name: "csc", label: "CVC", attributes: html`type="password" autocomplete="cc-csc" maxlength="3" placeholder="000"` }, errors)}
</div>
<button>${links ? "Привязать карту" : `Оплатить ${sum}`}</button>
</form>
${wayBack(payment)}`,
  };
}
