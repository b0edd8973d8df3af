export type Clock = {
  now(): Date;
  advance(ms: number): void;
  /** A frozen clock moves only when it is told to. */
  freeze(frozen: boolean): void;
  readonly frozen: boolean;
  /** How far it was moved by hand; survives a restart. */
  readonly advanced: number;
};

/** Runs on from `start`, by default from the real moment. */
export function makeClock(start: Date | undefined, startsFrozen: boolean, alreadyAdvanced = 0): Clock {
  const begun = start?.getTime() ?? Date.now();
  const origin = performance.now();
  let advanced = alreadyAdvanced;
  let frozenFor = 0;
  let frozenAt = startsFrozen ? origin : undefined;
  return {
    now: () => new Date(begun + advanced + Math.round((frozenAt ?? performance.now()) - origin - frozenFor)),
    advance: (ms) => {
      advanced += ms;
    },
    freeze: (frozen) => {
      if (frozen) frozenAt ??= performance.now();
      else if (frozenAt !== undefined) {
        frozenFor += performance.now() - frozenAt;
        frozenAt = undefined;
      }
    },
    get frozen() {
      return frozenAt !== undefined;
    },
    get advanced() {
      return advanced;
    },
  };
}
