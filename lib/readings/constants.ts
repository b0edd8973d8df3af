export const QUANTITIES = ["active_import", "active_export", "reactive_import", "reactive_export"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** Cyrillic letters, as the register template has them. */
export const QUANTITY_NAMES: Record<Quantity, string> = {
  active_import: "А+",
  active_export: "А-",
  reactive_import: "Р+",
  reactive_export: "Р-",
};

export const QUANTITY_UNITS: Record<Quantity, string> = {
  active_import: "кВт·ч",
  active_export: "кВт·ч",
  reactive_import: "квар·ч",
  reactive_export: "квар·ч",
};

export const TARIFF_ZONES = ["all_day", "day", "night", "peak", "half_peak"] as const;
export type TariffZone = (typeof TARIFF_ZONES)[number];

export const TARIFF_ZONE_NAMES: Record<TariffZone, string> = {
  all_day: "Круглосуточная",
  day: "День",
  night: "Ночь",
  peak: "Пик",
  half_peak: "Полупик",
};

export const READING_SOURCES = ["cabinet", "file", "amr", "walk", "supplier", "estimated"] as const;
export type ReadingSource = (typeof READING_SOURCES)[number];

export const READING_SOURCE_NAMES: Record<ReadingSource, string> = {
  cabinet: "передано через ЛКК",
  file: "файл",
  amr: "АСКУЭ",
  walk: "обход",
  supplier: "сбытовая компания",
  estimated: "расчётный способ",
};

export const METER_STATUSES = ["awaiting", "accepted", "archived", "verification_overdue"] as const;
export type MeterStatus = (typeof METER_STATUSES)[number];
export type FacilityStatus = MeterStatus;

/** Of facilities and meters alike; only «Ожидание» takes readings. */
export const STATUS_NAMES: Record<MeterStatus, string> = {
  awaiting: "Ожидание",
  accepted: "Принято",
  archived: "В архиве",
  verification_overdue: "Истекла поверка",
};

/** Energy keeps six decimals, half away from zero; the one rounding of consumption and delta. */
export const ENERGY_ROUNDING = { decimals: 6, mode: 1 } as const;

/** A display that passed zero: the wrapped difference stays below this part of its capacity and this many usual months. */
export const ROLLOVER = { capacityShare: "0.1", usualMonths: 3 } as const;

/** Significant characters of a typed reading: twelve digits, a separator, six decimals, and a sign. */
export const MAX_READING_LENGTH = 20;

/** What a form may send as one reading, spaces included. */
export const MAX_READING_TEXT = 40;

export const MAX_REGISTERS = 20_000;

export const FACILITIES_PER_PAGE = 20;

/** A list to choose a facility from holds at most this many; beyond, one searches. */
export const FACILITY_CHOICES = 50;

/** Registers on one page of the form. */
export const REGISTERS_PER_PAGE = 100;

/** A meter has at most 4 quantities × 5 zones, so a page of whole meters that end within this many stays below 100. */
export const METER_PAGE_STEP = 80;

const MEGABYTE = 1024 * 1024;

export const REGISTER_FILE = {
  maxBytes: 10 * MEGABYTE,
  maxUnpackedBytes: 50 * MEGABYTE,
  maxRatio: 200,
  maxEntries: 1000,
  maxRows: MAX_REGISTERS,
  /** Titles above the header are tolerated down to this row. */
  headerWithinRows: 10,
  /** Longer texts of a cell are cut. */
  maxCellText: 200,
} as const;

/** What reading one file may cost. */
export const FILE_WORKER = { timeoutMs: 30_000, memoryMb: 512, threads: 2, waiting: 20, idleMs: 60_000 } as const;

/** Headers of the register template in the order it is written. */
export const REGISTER_COLUMNS = {
  facilityCode: "Код ЭО",
  facilityName: "Наименование ЭО",
  facilityStatus: "Статус ЭО",
  serialNumber: "Номер ПУ",
  pointName: "Наименование ИК",
  quantity: "Измеряемая величина",
  zone: "Шкала",
  previous: "Предыдущие показания",
  current: "Текущие показания",
} as const;

/** Columns without which a row cannot be matched to a register. */
export const REQUIRED_COLUMNS = ["facilityCode", "serialNumber", "quantity", "zone", "current"] as const;

export const HISTORY_METERS_PER_PAGE = 50;
/** Rows of one meter on the page: two years of four registers fit. */
export const HISTORY_ROWS = 100;
/** Rows of a history file. */
export const HISTORY_EXPORT_ROWS = 50_000;
/** Months the history shows when nothing is chosen, the current one included. */
export const HISTORY_MONTHS = 12;
/** Months offered in the choice of a period. */
export const HISTORY_MONTHS_OFFERED = 36;

/** How long a preview of a file waits for its confirmation. */
export const UPLOAD_HOURS = 24;
/** Rows of a preview on one page. */
export const UPLOAD_ROWS_PER_PAGE = 100;
/** What multipart adds around a file. */
export const UPLOAD_FRAME_BYTES = 16 * 1024;
