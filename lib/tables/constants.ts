/** What writing one file may cost. */
export const TABLE_WORKER = { timeoutMs: 30_000, memoryMb: 512, threads: 2, waiting: 20, idleMs: 60_000 } as const;

/** Content type of a workbook. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
