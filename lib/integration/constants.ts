/** Rows of one call: more is sent in parts. */
export const MAX_ROWS = 20_000;
/** Refused rows named in one answer; the rest are found on the next try. */
export const MAX_PROBLEMS = 100;

export const FACILITY_KINDS = ["site", "apartment_building"] as const;

/** Kind of the audit subject by which a database remembers that it holds demonstration data. */
export const DEMONSTRATION_SUBJECT = "demonstration";
