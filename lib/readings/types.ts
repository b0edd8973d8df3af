import type { CalendarDate } from "@internationalized/date";
import type { FacilityStatus, MeterStatus, Quantity, ReadingSource, TariffZone } from "@/lib/readings/constants";

/** A month and the window in which its readings are taken: opensAt ≤ t < closesAt. */
export type BillingPeriod = {
  id: string;
  /** First day of the month. */
  month: CalendarDate;
  opensAt: Date;
  closesAt: Date;
  /** Set when the period was closed before its window ended. */
  closedAt: Date | null;
};

/** Days are ISO dates in the supplier's zone; `lastDay` is the last one on which readings are taken. */
export type WindowState =
  | { state: "not_open"; firstDay: string; lastDay: string }
  | { state: "open"; firstDay: string; lastDay: string; daysLeft: number }
  | { state: "closed"; lastDay: string };

/** One register of a contract with everything the rules need; plain values, so that it can cross threads. Numbers are decimal text. */
export type RegisterLine = {
  registerId: string;
  meterId: string;
  facilityCode: string;
  facilityName: string;
  facilityStatus: FacilityStatus;
  meterStatus: MeterStatus;
  serialNumber: string;
  pointName: string;
  quantity: Quantity;
  zone: TariffZone;
  integerDigits: number;
  fractionDigits: number;
  multiplier: string;
  lossesPercent: string;
  /** Of the last month before the period; `month` is `yyyy-mm`. */
  previous: { value: string; month: string } | null;
  /** Already sent in the period. */
  current: { value: string; version: number } | null;
  /** Mean consumption of the last twelve months. */
  mean12: string | null;
};

/** What a person typed for one register; empty text: not sent. */
export type ReadingEntry = { registerId: string; text: string };

export type RegisterName = { quantity: Quantity; zone: TariffZone };

export type ReadingProblem =
  | { code: "not_a_number"; text: string }
  | { code: "negative" }
  | { code: "too_many_integer_digits"; allowed: number }
  | { code: "too_many_fraction_digits"; allowed: number }
  /** `rollover`: the consumption had the display passed zero, where that is believable. */
  | { code: "below_previous"; entered: string; previous: string; rollover: string | null }
  | { code: "not_awaiting"; thing: "facility" | "meter"; status: Exclude<MeterStatus, "awaiting"> }
  | { code: "incomplete_meter"; missing: RegisterName[] }
  | { code: "other_register_wrong" }
  | { code: "unknown_register" };

/** Problems that only a row of a file can have. */
export type RowProblem =
  | ReadingProblem
  | { code: "unknown_quantity"; text: string }
  | { code: "unknown_zone"; text: string }
  | { code: "unknown_facility"; text: string }
  | { code: "unknown_meter"; text: string }
  | { code: "no_such_register" }
  | { code: "duplicate_row"; rows: number[] }
  | { code: "date_cell" }
  | { code: "broken_cell"; text: string };

/** What becomes of one typed value. */
export type CheckedReading =
  | { state: "empty" }
  | { state: "right"; value: string; consumption: string | null }
  | { state: "wrong"; problem: ReadingProblem };

/** A value to be written as the next version. */
export type PlannedReading = {
  registerId: string;
  meterId: string;
  value: string;
  /** Null where no earlier value is known. */
  consumption: string | null;
  /** Version that is current now; the write expects it still to be. */
  replaces: number | null;
};

export type RegisterError = { registerId: string; problem: ReadingProblem };

/** A register of a meter for which something was given. `held`: right by itself, but its meter cannot be taken. */
export type RegisterOutcome =
  | ({ state: "changed" } & PlannedReading)
  | { state: "unchanged"; registerId: string; value: string; consumption: string | null }
  | { state: "wrong"; registerId: string; problem: ReadingProblem }
  | { state: "held"; registerId: string; problem: ReadingProblem };

export type SubmissionPlan =
  | { ok: true; changes: PlannedReading[]; unchanged: string[] }
  | { ok: false; reason: "window"; window: WindowState }
  | { ok: false; reason: "registers"; errors: RegisterError[] };

/** Text of the cell in «Текущие показания»; `computed`: the stored result of a formula. */
export type ReadingCell = { kind: "plain" | "computed" | "date" | "broken"; text: string };

/** One row of a register file as it stands there; `row` is its number in the sheet. */
export type SheetRow = {
  row: number;
  facilityCode: string;
  facilityName: string;
  serialNumber: string;
  pointName: string;
  quantity: string;
  zone: string;
  current: ReadingCell;
};

/** `accepted` holds every register of every meter that can be taken, so its values are what a confirmation sends. */
export type FilePlan = {
  accepted: { row: number; registerId: string; value: string; consumption: string | null; changed: boolean; computed: boolean }[];
  wrong: { row: number; problem: RowProblem; cells: SheetRow }[];
  /** Rows without a current reading. */
  empty: number;
};

export type FileRefusal =
  | { code: "empty_file" | "not_workbook" | "password" | "macros" | "broken" | "archive_too_big" | "no_header" | "no_rows" | "too_complex" | "busy" }
  | { code: "too_big"; maxBytes: number }
  | { code: "missing_columns"; columns: string[] }
  | { code: "repeated_column"; column: string }
  | { code: "too_many_rows"; maxRows: number };

export type RegisterSheet = { ok: true; rows: SheetRow[] } | { ok: false; refusal: FileRefusal };

export type FacilityFilter = { search: string; state: "all" | "sent" | "unsent"; page: number };

export type FacilitySummary = {
  code: string;
  address: string;
  status: FacilityStatus;
  meters: number;
  registers: number;
  /** Registers with a value of the period. */
  sent: number;
  /** Registers that take a value and have none yet. */
  missing: number;
  sentAt: Date | null;
  /** Null: too many for this page, they have one of their own. */
  lines: FormMeter[] | null;
};

/** What «Показания» shows of a contract. */
export type FormPage = {
  period: BillingPeriod;
  /** Facilities the person may see, for a list to choose from; null where they are too many. */
  choices: { code: string; address: string }[] | null;
  total: number;
  matching: number;
  /** Of facilities, or of the meters of the only one; one beyond the last is the last. */
  page: number;
  pages: number;
  facilities: FacilitySummary[];
};

export type FormRegister = {
  id: string;
  quantity: Quantity;
  zone: TariffZone;
  /** `month` is `yyyy-mm`. */
  previous: { value: string; month: string } | null;
  current: { value: string; version: number } | null;
  /** Sum of the hours of the period; null: none are known. */
  interval: string | null;
};

/** A meter as the form shows it; what its registers share stands once. */
export type FormMeter = {
  id: string;
  serialNumber: string;
  pointName: string;
  status: MeterStatus;
  integerDigits: number;
  fractionDigits: number;
  multiplier: string;
  lossesPercent: string;
  registers: FormRegister[];
};

/** A facility of the form. Moments are text for people, so that the browser needs no calendar. */
export type FormFacility = Omit<FacilitySummary, "sentAt"> & { sentAt: string | null };

/** What the form learns about its submission; everything for people is text already. */
export type SubmitAnswer =
  | { kind: "saved"; receipt: Omit<Receipt, "at"> & { at: string } }
  | { kind: "closed"; message: string }
  | { kind: "conflict"; registers: (Omit<TheirReading, "at"> & { at: string })[] }
  | { kind: "refused"; errors: RegisterError[] };

/** How far the readings of a contract's open month are. Days are ISO dates in the supplier's zone. */
export type SubmissionState = {
  month: string;
  lastDay: string;
  registers: number;
  sent: number;
  /** Day of the last value sent. */
  sentOn: string | null;
};

/** What history shows: ISO months, both ends included; `search` is a part of a facility's code or address or a meter's serial number. */
export type HistoryFilter = { search: string; from: string; to: string };

export type HistoryMeter = {
  id: string;
  serialNumber: string;
  pointName: string;
  facility: { code: string; address: string };
};

export type HistoryRow = {
  /** ISO day, the first of the month. */
  month: string;
  quantity: Quantity;
  zone: TariffZone;
  value: string;
  consumption: string | null;
  source: ReadingSource;
  sentAt: Date;
  integerDigits: number;
  fractionDigits: number;
};

export type HistoryExportRow = HistoryRow & { facilityCode: string; address: string; serialNumber: string; pointName: string };

export type SubmissionRow = {
  /** Of the receipt. */
  number: string;
  at: Date;
  source: ReadingSource;
  month: string;
  contract: string;
  clientName: string;
  /** Empty for an erased account. */
  by: string;
  /** Registers that got a new value. */
  saved: number;
};

/** How many rows of a register file are what: changed, already sent with the same value, wrong, without a reading. */
export type PreviewCounts = { send: number; same: number; wrong: number; empty: number };

/** A stored preview: arrays without names of fields, so that a large one stays small and the database can cut pages from it. */
export type PackedPreview = {
  send: [row: number, registerId: string, previous: string | null, value: string, consumption: string | null, version: number | null, computed: boolean][];
  same: [registerId: string, value: string, version: number | null][];
  /** Of the registers of the contract when the preview was made. */
  state: string;
  wrong: [row: number, problem: RowProblem, facilityCode: string, serialNumber: string, quantity: string, zone: string, text: string][];
};

/** The preview of a file as the thread that read it hands it over: text that goes straight to the database. */
export type FilePreview = { ok: true; counts: PreviewCounts; preview: string } | { ok: false; refusal: FileRefusal };

/** What was confirmed and when. */
type Receipt = { number: string; at: Date; saved: number; unchanged: number };

/** One register of a submission. `version` is the one the person saw; null: none. */
export type SubmissionEntry = ReadingEntry & { version: number | null };

/** A value to be written as the next version, without the meter it was judged with. */
export type NextVersion = Omit<PlannedReading, "meterId">;

/** What was planned for the entries earlier, and the state of the contract's registers it was planned from. */
export type EarlierPlan = { state: string; changes: NextVersion[]; unchanged: string[] };

export type SubmissionInput = {
  periodId: string;
  clientKey: string;
  source: "cabinet" | "file";
  entries: SubmissionEntry[];
  plan?: EarlierPlan;
};

/** A value somebody sent since the person last saw the register. */
export type TheirReading = { registerId: string; value: string; version: number; at: Date; by: string };

export type SubmitOutcome =
  | { kind: "saved"; receipt: Receipt }
  | { kind: "closed"; window: WindowState }
  | { kind: "conflict"; registers: TheirReading[] }
  | { kind: "refused"; errors: RegisterError[] }
  /** The key was used for other content. */
  | { kind: "reused_key" };

export type Upload = {
  id: string;
  contract: { number: string; clientName: string };
  period: BillingPeriod;
  fileName: string;
  /** `expired`: the preview waited too long and can no longer be confirmed. */
  status: "ready" | "committed" | "discarded" | "expired";
  counts: PreviewCounts;
  receipt: Receipt | null;
};

/** A row of the preview that will be sent. */
export type UploadSendRow = {
  row: number;
  facility: { code: string; address: string };
  serialNumber: string;
  quantity: Quantity;
  zone: TariffZone;
  integerDigits: number;
  fractionDigits: number;
  previous: string | null;
  value: string;
  consumption: string | null;
  /** The result of a formula. */
  computed: boolean;
};

/** A row of the preview that will not be sent; texts as they stand in the file. */
export type UploadWrongRow = {
  row: number;
  problem: RowProblem;
  facilityCode: string;
  serialNumber: string;
  quantity: string;
  zone: string;
  text: string;
};

/** A contract whose readings the person may send, and the period that takes them; null where billing gave none. */
export type UploadContract = { number: string; clientName: string; month: string | null; window: WindowState | null };

/** What became of a sent register file; `window` is null where billing gave no period. */
export type UploadOutcome =
  | { kind: "ready"; id: string }
  | { kind: "refused"; refusal: FileRefusal }
  | { kind: "closed"; window: WindowState | null };

/** What became of a confirmation; `registers` are the first ones of those that stood in its way. */
export type ConfirmOutcome =
  | Exclude<SubmitOutcome, { kind: "conflict" | "refused" }>
  | { kind: "outdated"; total: number; registers: { registerId: string; name: string; reason: string }[] };
