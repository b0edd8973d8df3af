import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { LeftOut } from "@/components/payments/left-out";
import { PayForm } from "@/components/payments/pay-form";
import { LinkButton } from "@/components/ui/link-button";
import { NoRight } from "@/components/ui/no-right";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireClient, requireContract } from "@/lib/auth/guards";
import { roleMay } from "@/lib/auth/permissions";
import { formatAmount } from "@/lib/format/money";
import { listCards } from "@/lib/payments/queries/list-cards";
import { listPayableBills } from "@/lib/payments/queries/list-payable-bills";
import { chooseBills } from "@/lib/payments/rules/choose-bills";
import { defaultPurpose } from "@/lib/payments/rules/default-purpose";
import { cardExpiry, cardName, isCardExpired } from "@/lib/payments/rules/describe-card";
import { payAddress } from "@/lib/payments/rules/pay-address";
import { readAmount } from "@/lib/payments/rules/read-amount";
import { payAddressSchema } from "@/lib/payments/schema/pay-address";
import { now, today } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Реквизиты оплаты" };

type PayPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PayPage({ searchParams }: PayPageProps) {
  const [actor, query] = await Promise.all([requireClient(), searchParams]);
  const { contract: named, amount, ...asked } = payAddressSchema.parse(query);
  const contract = named ?? actor.memberships.find(({ role }) => roleMay(role, "payments.make"))?.number;
  if (contract === undefined) {
    return <NoRight what="оплата" who="Право платить даёт администратор договора: он назначает роль «Бухгалтер» или «Руководитель»" />;
  }
  const scope = requireContract(actor, contract, "payments.make");
  const [unpaid, saved] = await Promise.all([listPayableBills(scope), listCards(actor)]);
  const { mode, bills, busy, settled } = chooseBills(unpaid, asked);
  const nothing = bills.length === 0 && busy.length + settled.length > 0;
  const due = bills.reduce((sum, bill) => sum + bill.due, 0n);
  const wished = readAmount(amount ?? "");
  const sum = mode !== "one" && wished.ok ? wished.kopecks : due;
  const cards = saved.filter((card) => !isCardExpired(card, today())).map((card) => ({ id: card.id, label: `${cardName(card)}, до ${cardExpiry(card)}` }));
  const client = actor.memberships.find(({ number }) => number === contract)?.clientName;
  const prepay = <LinkButton href={payAddress({ contract, bills: [] })}>Внести предоплату</LinkButton>;
  return (
    <div className="page-narrow mx-auto">
      <PageHeader title="Реквизиты оплаты" fact={`${client}, договор ${contract}`} />
      <LeftOut busy={busy} settled={settled} now={now()} zone={env.supplierTimeZone} {...(nothing && { action: prepay })} />
      {!nothing && (
        <PayForm
          key={`${contract} ${mode}`}
          contract={contract}
          bills={bills}
          locked={mode === "one"}
          initial={{
            clientKey: randomUUID(),
            amount: sum > 0n ? formatAmount(sum) : "",
            way: cards[0] === undefined ? "new_card" : `card:${cards[0].id}`,
            saveCard: false,
            receiptEmail: actor.email ?? "",
            purpose: defaultPurpose(contract, bills.map(({ number }) => number)),
          }}
          cards={cards}
          limits={{ new_card: env.cardLimit, saved_card: env.cardLimit, sbp: env.sbpLimit }}
          closed={actor.emailConfirmed ? undefined : <NoEmail email={actor.email} />}
        />
      )}
    </div>
  );
}

function NoEmail({ email }: { email: string | null }) {
  return (
    <Notice tone="warning" title={email === null ? "В учётной записи нет e-mail" : `Адрес ${email} не подтверждён`}>
      На него приходит чек, поэтому без подтверждённого адреса оплатить нельзя. Подтвердить адрес поможет сотрудник сбытовой компании: обратитесь
      к своему куратору
    </Notice>
  );
}
