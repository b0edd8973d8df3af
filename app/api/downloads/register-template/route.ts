import type { NextRequest } from "next/server";
import { scopeOrRefusal } from "@/lib/auth/api";
import { getCurrentPeriod } from "@/lib/readings/queries/get-period";
import { listRegisterLines } from "@/lib/readings/queries/list-register-lines";
import { buildRegisterTemplate } from "@/lib/readings/xlsx/upload-thread";
import { XLSX } from "@/lib/tables/constants";

const refuse = (status: number, code: string, message: string) => Response.json({ code, message }, { status });

/** The registers of a contract to fill in, with what has been sent in the period already. */
export async function GET(request: NextRequest): Promise<Response> {
  const scope = await scopeOrRefusal(request.nextUrl.searchParams.get("contract"), "readings.submit");
  if (scope instanceof Response) return scope;
  const period = await getCurrentPeriod(scope);
  if (!period) return refuse(409, "closed", "По этому договору не назначен период передачи показаний");
  const file = await buildRegisterTemplate(await listRegisterLines(scope, period));
  if (!file) return refuse(503, "busy", "Сейчас готовят много файлов. Попробуйте через минуту");
  return new Response(file, {
    headers: {
      "Content-Type": XLSX,
      "Content-Disposition": `attachment; filename="readings-${scope.number}-${period.month.toString().slice(0, 7)}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}
