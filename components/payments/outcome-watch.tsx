"use client";

import { useEffect } from "react";

const FIRST_MS = 1000;
const NEXT_MS = 3000;

type OutcomeWatchProps = {
  id: string;
  /** Server action that asks the bank and renders the page again. */
  check: (input: { id: string }) => Promise<unknown>;
  /** Address that does the same for a browser without a script. */
  plain: string;
};

/** Asks the bank until the page has an outcome to show and this is gone; a lost answer is asked for once more. */
export function OutcomeWatch({ id, check, plain }: OutcomeWatchProps) {
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const after = (delay: number) => {
      timer = setTimeout(() => {
        const next = () => {
          if (!stopped) after(NEXT_MS);
        };
        check({ id }).then(next, next);
      }, delay);
    };
    after(FIRST_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, check]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`3;url=${plain}`} />
    </noscript>
  );
}
