"use client";

import { useCallback, useRef, useState } from "react";
import { newClientKey } from "@/components/readings/client-key";
import { describeFailure, NO_ANSWER, NOTHING_TO_SEND } from "@/components/readings/describe-failure";
import { nameOfRegister } from "@/components/readings/meter-name";
import type { Entry } from "@/components/readings/use-entry";
import type { FieldProblem } from "@/components/ui/error-summary";
import { formatNumber } from "@/lib/format/numbers";
import { submitReadingsAction } from "@/lib/readings/actions/submit-readings";
import { describeProblem } from "@/lib/readings/rules/describe-problem";
import type { ReadingProblem, RegisterError, SubmitAnswer } from "@/lib/readings/types";

export type Theirs = Extract<SubmitAnswer, { kind: "conflict" }>["registers"][number];
type Receipt = Extract<SubmitAnswer, { kind: "saved" }>["receipt"];

/** How the last attempt ended. Notes stand under their fields until the field changes. */
export type Standing = {
  receipt: Receipt | null;
  failure: { message: string; signIn: boolean } | null;
  summary: { title: string; problems: readonly FieldProblem[] };
  notes: ReadonlyMap<string, string>;
  theirs: ReadonlyMap<string, Theirs>;
};

const NO_PROBLEMS: readonly FieldProblem[] = [];
const FRESH: Standing = { receipt: null, failure: null, summary: { title: "", problems: NO_PROBLEMS }, notes: new Map(), theirs: new Map() };

/** Problems worth a line of their own: a register that waits for another one of its meter is not. */
function ownProblems({ plan, lines, edits }: Entry): RegisterError[] {
  return [...plan.problems].flatMap(([registerId, problem]) => {
    if (problem.code === "other_register_wrong") return [];
    const typed = edits[registerId]?.text ?? lines.find((line) => line.registerId === registerId)?.current?.value ?? "";
    return problem.code === "incomplete_meter" && typed.trim() !== "" ? [] : [{ registerId, problem }];
  });
}

/** Under the very field that is empty its name need not be said again. */
function noteOf(problem: ReadingProblem): string {
  return problem.code === "incomplete_meter" ? "Введите показание: прибор передают целиком" : describeProblem(problem);
}

export function useSubmission(address: { contract: string; periodId: string }, entry: Entry) {
  const [standing, setStanding] = useState(FRESH);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  /** One key for one content, until an answer comes: a lost answer asked for again gives the same receipt. */
  const unanswered = useRef<{ content: string; key: string } | null>(null);
  const labelOf = (registerId: string) => {
    const line = entry.lines.find((candidate) => candidate.registerId === registerId);
    return line ? `Прибор ${line.serialNumber}, ${nameOfRegister(line)}` : "Прибор";
  };

  const fail = (message: string, signIn = false) => setStanding({ ...FRESH, failure: { message, signIn } });
  const refuse = (errors: RegisterError[]) => {
    const notes = new Map(errors.map(({ registerId, problem }) => [registerId, noteOf(problem)]));
    const problems = errors.map(({ registerId }) => ({ id: registerId, message: `${labelOf(registerId)}: ${notes.get(registerId) ?? ""}` }));
    setStanding({ ...FRESH, notes, summary: { title: "Показания не переданы: проверьте значения", problems } });
  };

  const take = (answer: SubmitAnswer) => {
    switch (answer.kind) {
      case "saved":
        return setStanding({ ...FRESH, receipt: answer.receipt });
      case "closed":
        return fail(`${answer.message}. Введённые показания не переданы`);
      case "refused":
        return refuse(answer.errors);
      case "conflict": {
        entry.acknowledge(new Map(answer.registers.map(({ registerId, version }) => [registerId, version])));
        const problems = answer.registers.map(({ registerId, value, by }) => ({
          id: registerId,
          message: `${labelOf(registerId)}: уже передано ${formatNumber(value)}, ${by}`,
        }));
        const theirs = new Map(answer.registers.map((register) => [register.registerId, register]));
        return setStanding({ ...FRESH, theirs, summary: { title: "Пока вы вводили, показания передал кто-то ещё. Сравните и передайте снова", problems } });
      }
    }
  };

  const submit = async () => {
    if (busy.current) return;
    const errors = ownProblems(entry);
    if (errors.length > 0) return refuse(errors);
    const { entries } = entry.plan;
    if (entries.length === 0) return fail(NOTHING_TO_SEND);
    const content = JSON.stringify(entries);
    if (unanswered.current?.content !== content) unanswered.current = { content, key: newClientKey() };
    busy.current = true;
    setPending(true);
    try {
      const result = await submitReadingsAction({ ...address, clientKey: unanswered.current.key, entries });
      unanswered.current = null;
      if (result.ok) take(result.data);
      else fail(describeFailure(result), result.code === "signed_out");
    } catch {
      fail(NO_ANSWER);
    } finally {
      busy.current = false;
      setPending(false);
    }
  };

  /** The person goes on typing: what was said about this register no longer holds. */
  const forget = useCallback((registerId: string) => {
    setStanding((old) => {
      if (!old.receipt && !old.failure && !old.notes.has(registerId) && !old.theirs.has(registerId)) return old;
      const notes = new Map(old.notes);
      const theirs = new Map(old.theirs);
      notes.delete(registerId);
      theirs.delete(registerId);
      return { ...old, receipt: null, failure: null, notes, theirs };
    });
  }, []);

  return { standing, pending, submit, forget, forgetAll: () => setStanding(FRESH) };
}
