import type { NextRequest } from "next/server";
import { clientOrRefusal } from "@/lib/auth/api";
import { listScopes } from "@/lib/auth/scope";
import { writeReceiptFile } from "@/lib/payments/pdf/receipt-file";
import { getReceipt } from "@/lib/payments/queries/get-receipt";
import { receiptText } from "@/lib/payments/rules/receipt";
import { startedSchema } from "@/lib/payments/schema/pay-form";
import { env } from "@/lib/platform/env";

const refuse = (status: number, message: string) => Response.json({ code: status, message }, { status, headers: { "Cache-Control": "no-store" } });

/** The receipt of a payment that came; one that did not has none. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await clientOrRefusal();
  if (actor instanceof Response) return actor;
  const asked = startedSchema.safeParse({ id: request.nextUrl.searchParams.get("id") });
  const receipt = asked.success ? await getReceipt(listScopes(actor, "payments.history"), asked.data.id) : null;
  if (receipt === null) return refuse(404, "Такой квитанции нет, или у вас нет к ней доступа");
  const file = await writeReceiptFile(receiptText(receipt, env.supplierTimeZone));
  if (file === null) return refuse(503, "Сейчас готовят много файлов. Попробуйте через минуту");
  return new Response(file, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="receipt-${receipt.number}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
