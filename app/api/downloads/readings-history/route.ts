import type { NextRequest } from "next/server";
import { scopeOrRefusal } from "@/lib/auth/api";
import { today } from "@/lib/platform/clock";
import { listHistoryRows } from "@/lib/readings/queries/list-history";
import { readHistoryFilter } from "@/lib/readings/rules/history-filter";
import { historyTable } from "@/lib/readings/xlsx/history-table";
import { XLSX } from "@/lib/tables/constants";
import { writeTableFile } from "@/lib/tables/xlsx/write-table-file";

export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const scope = await scopeOrRefusal(query.contract ?? null, "readings.history");
  if (scope instanceof Response) return scope;
  const filter = readHistoryFilter(query, today());
  const file = await writeTableFile(historyTable(await listHistoryRows(scope, filter)));
  if (file === null) {
    return Response.json({ code: 503, message: "Файл получился слишком большим или сервер занят. Сузьте период и попробуйте ещё раз" }, { status: 503 });
  }
  return new Response(file, {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="readings-${scope.number}-${filter.from.slice(0, 7)}-${filter.to.slice(0, 7)}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
