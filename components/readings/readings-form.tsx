"use client";

import type { Route } from "next";
import { useCallback, useMemo, useRef, useSyncExternalStore, type FormEvent } from "react";
import type { EntryLine } from "@/components/readings/entry-lines";
import { moveByKey } from "@/components/readings/entry-keys";
import { FacilityCard } from "@/components/readings/facility-card";
import { SubmitBar } from "@/components/readings/submit-bar";
import { useEntry, type Entry } from "@/components/readings/use-entry";
import { useSubmission } from "@/components/readings/use-submission";
import { ErrorSummary } from "@/components/ui/error-summary";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import type { FormFacility, ReadingProblem } from "@/lib/readings/types";

type ReadingsFormProps = {
  contract: string;
  periodId: string;
  /** Whose draft it is: the person, the contract, the period. */
  draftKey: string;
  /** Facilities as JSON: as one text they cross to the browser without React walking every value of them. */
  data: string;
  /** The period takes readings now. */
  open: boolean;
  /** Names of the months of previous values by `yyyy-mm`. */
  months: Record<string, string>;
};

/** Said at once: more typing cannot mend these. */
const AT_ONCE: ReadonlySet<ReadingProblem["code"]> = new Set(["not_a_number", "negative", "too_many_integer_digits", "too_many_fraction_digits"]);
/** Said in the bar, not under a field. */
const OF_THE_METER: ReadonlySet<ReadingProblem["code"]> = new Set(["incomplete_meter", "other_register_wrong"]);

function shownProblem({ plan, left }: Entry, registerId: string): ReadingProblem | null {
  const problem = plan.problems.get(registerId);
  if (!problem || OF_THE_METER.has(problem.code)) return null;
  return AT_ONCE.has(problem.code) || left.has(registerId) ? problem : null;
}

const never = () => () => undefined;

/** False on the server and while React takes over its page, true from then on. */
function useAlive(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

/** The one island of the page: it renders the rows on the server too, and its data crosses to the browser once. */
export function ReadingsForm({ contract, periodId, draftKey, data, open, months }: ReadingsFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const facilities = useMemo(() => JSON.parse(data) as FormFacility[], [data]);
  const entry = useEntry(facilities, draftKey, form);
  const { standing, pending, submit, forget, forgetAll } = useSubmission({ contract, periodId }, entry);
  const { lines, plan, type } = entry;
  const alive = useAlive();
  const withHours = lines.some(({ interval }) => interval !== null);
  const errorOf = ({ registerId }: EntryLine) => {
    const problem = shownProblem(entry, registerId);
    return standing.notes.get(registerId) ?? (problem ? describeProblem(problem) : undefined);
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const onReset = () => {
    entry.reset();
    forgetAll();
  };
  const onTake = useCallback(
    (registerId: string, text: string) => {
      type(registerId, text);
      forget(registerId);
    },
    [type, forget],
  );

  return (
    <form
      ref={form}
      className="flex flex-col gap-3.5"
      noValidate
      onSubmit={onSubmit}
      onKeyDown={moveByKey}
      onChange={(event) => event.target instanceof HTMLInputElement && forget(event.target.name)}
    >
      <ErrorSummary title={standing.summary.title} problems={standing.summary.problems} />
      {facilities.map((facility, index) => (
        <FacilityCard
          key={facility.code}
          facility={facility}
          lines={lines.filter(({ facilityCode }) => facilityCode === facility.code)}
          startsOpen={index === 0}
          alive={alive}
          open={open}
          withHours={withHours}
          months={months}
          contract={contract}
          edits={entry.edits}
          theirs={standing.theirs}
          errorOf={errorOf}
          onChange={entry.onChange}
          onBlur={entry.onBlur}
          onTake={onTake}
        />
      ))}
      {open && (plan.total > 0 || standing.receipt) && (
        <SubmitBar
          plan={plan}
          wrong={lines.filter(({ registerId }) => shownProblem(entry, registerId) !== null).length}
          receipt={standing.receipt}
          failure={standing.failure}
          pending={pending}
          signInHref={`/login?next=${encodeURIComponent(`/readings?contract=${contract}`)}` as Route}
          onReset={onReset}
        />
      )}
      {open && plan.total > 0 && (
        <noscript>
          <p className="notice notice--warning">Чтобы ввести показания на этой странице, включите JavaScript. Без него можно загрузить их файлом.</p>
        </noscript>
      )}
    </form>
  );
}
