import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatMonth } from "@/lib/format/dates";
import type { SubmissionState } from "@/lib/readings/types";
import type { Route } from "next";

type SubmissionBadgeProps = { contract: string; state: SubmissionState };

/** The way from a contract's card to its readings, with what is still to be done there. */
export function SubmissionBadge({ contract, state }: SubmissionBadgeProps) {
  const done = state.sent === state.registers;
  const words = done
    ? `переданы ${state.sentOn === null ? "" : formatDay(state.sentOn)}`
    : state.sent > 0
      ? `переданы ${state.sent} из ${state.registers}`
      : `ожидаются до ${formatDay(state.lastDay)}`;
  return (
    <>
      <TextLink href={`/readings?contract=${contract}` as Route}>Показания за {formatMonth(state.month)}</TextLink>{" "}
      <Badge tone={done ? "good" : "warning"}>{words}</Badge>
    </>
  );
}
