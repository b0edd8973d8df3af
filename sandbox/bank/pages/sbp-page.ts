import type { Payment } from "../records";
import { wayLinks } from "./card-page";
import { html } from "./html";
import { type Page, heading, wayBack } from "./layout";

/** Stands for the payer's own bank application. */
export function sbpPage(payment: Payment): Page {
  return {
    title: "Оплата через СБП",
    payment,
    body: html`${heading(payment)}
${wayLinks(payment, "sbp")}
<p>Система быстрых платежей: подтвердите оплату в приложении своего банка.</p>
<form method="post" action="/pay/${payment.id}/sbp">
<button name="answer" value="pay">Оплатить в приложении банка</button>
<button class="second" name="answer" value="refuse">Отказаться</button>
</form>
${wayBack(payment)}`,
  };
}
