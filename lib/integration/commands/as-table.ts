import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** Rows as a table `r` of a statement: one parameter however many rows, with nulls and arrays as they are. `row` is the place in the input. */
export function asTable(rows: readonly object[], columns: string): Prisma.Sql {
  const json = JSON.stringify(rows.map((row, place) => ({ row: place, ...row })));
  return Prisma.sql`json_to_recordset(${json}::json) AS r("row" int, ${Prisma.raw(columns)})`;
}
