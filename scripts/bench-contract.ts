import { REGISTER_COLUMNS } from "@/lib/readings/constants";
import { writeTable } from "@/lib/tables/xlsx/write-table";

export const BENCH_CONTRACT = "78010000009999";
export const BENCH_REGISTERS = 5000;

const numbered = (prefix: string, index: number, length: number) => prefix + String(index + 1).padStart(length - prefix.length, "0");
export const facilityCode = (index: number) => numbered("7801000099", index, 18);
export const pointCode = (index: number) => numbered("78399", index, 15);
export const serialNumber = (index: number) => numbered("9", index, 9);

/** The filled template of the contract; every round sends other values, so that all 5,000 are written each time. */
export function benchFile(round: number): Buffer {
  const columns = Object.values(REGISTER_COLUMNS).map((header) => ({ header, width: 20, kind: "text" as const }));
  const rows = Array.from({ length: BENCH_REGISTERS }, (_, index) => [
    facilityCode(index),
    `г. Санкт-Петербург, Заводская ул., д. ${index + 1}`,
    "Ожидание",
    serialNumber(index),
    `Ввод ${index + 1}`,
    "А+",
    "Круглосуточная",
    "1000",
    `${1100 + round},25`,
  ]);
  return writeTable("Показания", columns, rows);
}
