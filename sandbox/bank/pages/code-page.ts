import { type MaskedCard, SECURE_CODE } from "../cards";
import type { Payment } from "../records";
import { html } from "./html";
import { type Page, heading, wayBack } from "./layout";

const attemptsLeft = (left: number) => `Неверный код. ${left === 1 ? "Осталась 1 попытка" : `Осталось попыток: ${left}`}`;

/** The step at the card's own bank: a code from a message. `left` is given after a wrong code. */
export function codePage(payment: Payment, card: MaskedCard, left?: number): Page {
  const failed = left !== undefined;
  const wrong = failed && html` aria-invalid="true" aria-describedby="code-error"`;
  return {
    title: failed ? "Ошибка: подтверждение платежа" : "Подтверждение платежа",
    payment,
    hints: html`<p class="notice">Демонстрация: верный код — ${SECURE_CODE}</p>`,
    body: html`${heading(payment)}
<p>Банк, выпустивший карту ${card.card_type} •••• ${card.last4}, отправил вам код.</p>
<form method="post" action="/pay/${payment.id}/code" novalidate>
<label for="code">Код из сообщения</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required autofocus${wrong}>
${failed && html`<p class="wrong" id="code-error">${attemptsLeft(left)}</p>`}
<button>Подтвердить</button>
</form>
${wayBack(payment)}`,
  };
}
