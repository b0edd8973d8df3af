type ProblemCode =
  | "repeated"
  | "unknown_contract"
  | "unknown_register"
  | "unknown_period"
  | "other_contract"
  | "other_facility"
  | "meter_in_place"
  | "unknown_payment"
  | "other_amount"
  | "booked_already";

/** Why a row was refused: its place in what was sent, counted from 0, and the key that does not fit. */
export type ImportProblem = { row: number; code: ProblemCode; key: string };

/** `saved` counts rows of the database that were added or changed: 0 for a repetition. A refused import saved nothing. */
export type ImportOutcome = { ok: true; received: number; saved: number } | { ok: false; problems: ImportProblem[] };
