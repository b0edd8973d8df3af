"use client";

import { useCallback, useSyncExternalStore } from "react";
import { readDraft, writeDraft } from "@/components/ui/session-draft";

type Cell<T> = { value: T; listeners: Set<() => void> };
export type Drafts<T> = { cells: Map<string, Cell<T>>; empty: T; parse: (stored: unknown) => T; isEmpty: (value: T) => boolean };

/** One kind of draft. What was stored is checked by `parse`: another version of the page may have written it. */
export function createDrafts<T>(empty: T, parse: (stored: unknown) => T, isEmpty: (value: T) => boolean): Drafts<T> {
  return { cells: new Map(), empty, parse, isEmpty };
}

function load<T>({ empty, parse }: Drafts<T>, key: string): T {
  const text = readDraft(key);
  if (text === null) return empty;
  try {
    return parse(JSON.parse(text));
  } catch {
    return empty;
  }
}

function cellOf<T>(drafts: Drafts<T>, key: string): Cell<T> {
  const known = drafts.cells.get(key);
  if (known) return known;
  const made: Cell<T> = { value: load(drafts, key), listeners: new Set() };
  drafts.cells.set(key, made);
  return made;
}

/** State that outlives the page in this window: what was typed is there after a reload. The server renders the empty one. */
export function useSessionDraft<T>(drafts: Drafts<T>, key: string): [T, (change: (old: T) => T) => void] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const cell = cellOf(drafts, key);
      cell.listeners.add(listener);
      return () => {
        cell.listeners.delete(listener);
        // The next reader takes what storage holds by then, which a sign-out empties.
        if (cell.listeners.size === 0) drafts.cells.delete(key);
      };
    },
    [drafts, key],
  );
  const value = useSyncExternalStore(
    subscribe,
    () => cellOf(drafts, key).value,
    () => drafts.empty,
  );
  const change = useCallback(
    (next: (old: T) => T) => {
      const cell = cellOf(drafts, key);
      const changed = next(cell.value);
      if (changed === cell.value) return;
      cell.value = changed;
      writeDraft(key, drafts.isEmpty(changed) ? null : JSON.stringify(changed));
      cell.listeners.forEach((listener) => listener());
    },
    [drafts, key],
  );
  return [value, change];
}
