"use client";

import { useEffect, useState } from "react";
import { matchOptions, type ComboOption } from "@/components/ui/combo-match";

const DEBOUNCE_MS = 200;

/**
 * Options for what is typed: from the given list, or, with a `source`, from the server
 * (`GET source?q=…` answers `ComboOption[]`), where an answer to an older query is dropped.
 */
export function useComboOptions(given: readonly ComboOption[], source: string | undefined, query: string, open: boolean) {
  const [remote, setRemote] = useState<{ options: readonly ComboOption[]; failed: boolean } | null>(null);

  useEffect(() => {
    if (source === undefined || !open) return;
    const aborter = new AbortController();
    const timer = setTimeout(() => {
      const url = new URL(source, location.origin);
      url.searchParams.set("q", query);
      fetch(url, { signal: aborter.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<ComboOption[]>) : Promise.reject(new Error(answer.statusText))))
        .then((options) => setRemote({ options, failed: false }))
        .catch(() => {
          if (!aborter.signal.aborted) setRemote({ options: [], failed: true });
        });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [source, query, open]);

  if (source === undefined) return { options: matchOptions(given, query), failed: false };
  return remote ?? { options: given, failed: false };
}
