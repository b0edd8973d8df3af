import { CircleAlert, CircleCheck } from "lucide-react";
import type { Route } from "next";
import { describeProgress } from "@/components/readings/describe-progress";
import type { EntryPlan } from "@/components/readings/plan-entry";
import type { Standing } from "@/components/readings/use-submission";
import { Button } from "@/components/ui/button";
import { StickyBar } from "@/components/ui/sticky-bar";
import { TextLink } from "@/components/ui/text-link";

type SubmitBarProps = Pick<Standing, "receipt" | "failure"> & {
  plan: EntryPlan;
  wrong: number;
  pending: boolean;
  signInHref: Route;
  onReset: () => void;
};

function Saved({ number, at, saved, unchanged }: NonNullable<Standing["receipt"]>) {
  return (
    <p className="flex gap-2">
      <CircleCheck className="text-success" aria-hidden="true" />
      <span>
        <b className="text-foreground">Показания сохранены.</b> {`Квитанция № ${number} от ${at} · новых значений: ${saved}`}
        {unchanged > 0 && `, без изменений: ${unchanged}`}
      </span>
    </p>
  );
}

function Failed({ failure, signInHref }: { failure: NonNullable<Standing["failure"]>; signInHref: Route }) {
  return (
    <p className="flex gap-2 text-danger">
      <CircleAlert aria-hidden="true" />
      <span>
        {failure.message}. {failure.signIn && <TextLink href={signInHref}>Войти</TextLink>}
      </span>
    </p>
  );
}

/** What waits to be sent, and how the last attempt ended; read aloud as it changes. */
export function SubmitBar({ plan, wrong, receipt, failure, pending, signInHref, onReset }: SubmitBarProps) {
  const progress = (
    <p>
      <b className="text-foreground">{`Заполнено ${plan.filled} из ${plan.total}.`}</b> {describeProgress(plan, wrong)}
    </p>
  );
  return (
    <StickyBar status={receipt ? <Saved {...receipt} /> : failure ? <Failed failure={failure} signInHref={signInHref} /> : progress}>
      {plan.total > 0 && (
        <>
          <Button onClick={onReset}>Сбросить</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {pending ? "Передаём…" : "Передать показания"}
          </Button>
        </>
      )}
    </StickyBar>
  );
}
