"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type ChangeEvent, type FocusEvent, type RefObject } from "react";
import { EDIT_DRAFTS } from "@/components/readings/edit-drafts";
import { saysTheSame, textOf, toEntryLines, versionOf, withoutSent, type Edits, type EntryLine } from "@/components/readings/entry-lines";
import { planEntry, type EntryPlan } from "@/components/readings/plan-entry";
import { useSessionDraft } from "@/components/ui/use-session-draft";
import { formatNumber } from "@/lib/format/numbers";
import { checkReading } from "@/lib/readings/rules/check-reading";
import type { FormFacility } from "@/lib/readings/types";

export type Entry = {
  lines: EntryLine[];
  edits: Edits;
  plan: EntryPlan;
  /** Registers whose field was left once: from then on a value still too small is called so. */
  left: ReadonlySet<string>;
  type: (registerId: string, text: string) => void;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onBlur: (event: FocusEvent<HTMLInputElement>) => void;
  /** Others sent these meanwhile; the person has seen it and may send on top. */
  acknowledge: (versions: ReadonlyMap<string, number>) => void;
  reset: () => void;
};

const NONE: ReadonlySet<string> = new Set();

/** What is typed in the fields of the form, kept in this window until the server has it. */
export function useEntry(facilities: FormFacility[], draftKey: string, form: RefObject<HTMLFormElement | null>): Entry {
  const lines = useMemo(() => toEntryLines(facilities), [facilities]);
  const known = useMemo(() => new Map(lines.map((line) => [line.registerId, line])), [lines]);
  const [edits, change] = useSessionDraft(EDIT_DRAFTS, draftKey);
  const [left, setLeft] = useState(NONE);
  const adopted = useRef(false);
  const plan = useMemo(() => planEntry(lines, edits), [lines, edits]);

  const type = useCallback(
    (registerId: string, text: string) => {
      const line = known.get(registerId);
      if (!line) return;
      change((old) => ({ ...old, [registerId]: { text, version: versionOf(line, old) } }));
    },
    [known, change],
  );

  const onBlur = useCallback(
    ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
      const line = known.get(currentTarget.name);
      if (!line) return;
      setLeft((old) => (old.has(line.registerId) ? old : new Set(old).add(line.registerId)));
      change((old) => {
        const edit = old[line.registerId];
        if (!edit) return old;
        const { [line.registerId]: _, ...others } = old;
        if (saysTheSame(line, edit.text)) return others;
        const checked = checkReading(line, edit.text);
        return checked.state === "right" ? { ...others, [line.registerId]: { ...edit, text: formatNumber(checked.value) } } : old;
      });
    },
    [known, change],
  );

  useEffect(() => {
    // Typed before the page came to life; later everything comes through onChange.
    if (adopted.current) return;
    adopted.current = true;
    for (const input of form.current?.querySelectorAll<HTMLInputElement>("input[data-entry]") ?? []) {
      const line = known.get(input.name);
      if (line && input.value !== input.defaultValue && input.value !== textOf(line, edits)) type(line.registerId, input.value);
    }
  }, [form, known, edits, type]);

  useEffect(() => change((old) => withoutSent(old, lines)), [lines, change]);

  return {
    lines,
    edits,
    plan,
    left,
    type,
    onChange: useCallback(({ currentTarget }: ChangeEvent<HTMLInputElement>) => type(currentTarget.name, currentTarget.value), [type]),
    onBlur,
    acknowledge: useCallback(
      (versions) =>
        change((old) =>
          Object.fromEntries(Object.entries(old).map(([registerId, edit]) => [registerId, { ...edit, version: versions.get(registerId) ?? edit.version }])),
        ),
      [change],
    ),
    reset: useCallback(() => {
      change(() => EDIT_DRAFTS.empty);
      setLeft(NONE);
    }, [change]),
  };
}
