import { readFileSync } from "node:fs";
import { Pool } from "pg";
import { getStand } from "./stand";

let opened: Pool | undefined;

/** The database of the running stand; its address is known once the cabinet answers. */
export async function query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  opened ??= new Pool({ connectionString: readFileSync((await getStand()).databaseFile, "utf8"), max: 2, allowExitOnIdle: true });
  return (await opened.query(sql, values)).rows as T[];
}

export async function countOf(table: string, where: string, values: unknown[] = []): Promise<number> {
  const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values);
  return row?.n ?? 0;
}
