import type { NextRequest } from "next/server";
import { scopeOrRefusal } from "@/lib/auth/api";
import { HISTORY_FILE_LINES } from "@/lib/payments/constants";
import { listPaymentHistory } from "@/lib/payments/queries/list-history";
import { readPeriod } from "@/lib/payments/rules/history-period";
import { paymentTable } from "@/lib/payments/xlsx/history-table";
import { today } from "@/lib/platform/clock";
import { XLSX } from "@/lib/tables/constants";
import { writeTableFile } from "@/lib/tables/xlsx/write-table-file";

export async function GET(request: NextRequest): Promise<Response> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const scope = await scopeOrRefusal(query.contract ?? null, "payments.history");
  if (scope instanceof Response) return scope;
  const period = readPeriod(query, today());
  const { lines } = await listPaymentHistory(scope, period, HISTORY_FILE_LINES);
  const file = await writeTableFile(paymentTable(lines));
  if (file === null) {
    return Response.json({ code: 503, message: "Файл получился слишком большим или сервер занят. Сузьте период и попробуйте ещё раз" }, { status: 503 });
  }
  return new Response(file, {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="payments-${scope.number}-${period.from.slice(0, 7)}-${period.to.slice(0, 7)}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
