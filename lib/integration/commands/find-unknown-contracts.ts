import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/types";
import { MAX_PROBLEMS } from "@/lib/integration/constants";
import type { ImportProblem } from "@/lib/integration/types";

/** `table` has a column "contractNumber". */
export function findUnknownContracts(tx: Tx, table: Prisma.Sql): Promise<ImportProblem[]> {
  return tx.$queryRaw<ImportProblem[]>`
    SELECT r."row", 'unknown_contract' AS code, r."contractNumber" AS key
    FROM ${table} LEFT JOIN contracts c ON c.number = r."contractNumber"
    WHERE c.id IS NULL ORDER BY r."row" LIMIT ${MAX_PROBLEMS}`;
}
