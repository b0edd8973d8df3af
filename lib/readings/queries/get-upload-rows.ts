import "server-only";
import type { ContractScope } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { UPLOAD_ROWS_PER_PAGE } from "@/lib/readings/constants";
import { facilityIds } from "@/lib/readings/queries/facility-ids";
import type { PackedPreview, UploadSendRow, UploadWrongRow } from "@/lib/readings/types";

/** First and last index of a page, as the path of the slice names them. */
function bounds(page: number): string {
  const from = (page - 1) * UPLOAD_ROWS_PER_PAGE;
  return JSON.stringify({ from, to: from + UPLOAD_ROWS_PER_PAGE - 1 });
}

/** One page of the rows a confirmation sends, cut from the preview by the database. */
export async function listUploadSendRows(scope: ContractScope, uploadId: string, page: number): Promise<UploadSendRow[]> {
  const restriction = facilityIds(scope);
  return db.$queryRaw<UploadSendRow[]>`
    SELECT (s.item ->> 0)::int AS row, json_build_object('code', f.code, 'address', f.address) AS facility,
           m.serial_number AS "serialNumber", r.quantity::text, r.zone::text,
           m.integer_digits AS "integerDigits", m.fraction_digits AS "fractionDigits",
           s.item ->> 2 AS previous, s.item ->> 3 AS value, s.item ->> 4 AS consumption, (s.item ->> 6)::boolean AS computed
    FROM reading_uploads u
    CROSS JOIN jsonb_array_elements(jsonb_path_query_array(u.preview, '$.send[$from to $to]', ${bounds(page)}::jsonb))
      WITH ORDINALITY AS s(item, n)
    JOIN registers r ON r.id = (s.item ->> 1)::uuid
    JOIN meters m ON m.id = r.meter_id
    JOIN metering_points p ON p.id = m.metering_point_id
    JOIN facilities f ON f.id = p.facility_id
    WHERE u.id = ${uploadId}::uuid AND u.contract_id = ${scope.contractId}::uuid AND f.contract_id = u.contract_id
      AND (${restriction}::uuid[] IS NULL OR f.id = ANY(${restriction}::uuid[]))
    ORDER BY s.n`;
}

/** One page of the wrong rows, in the words of the file itself. */
export async function listUploadWrongRows(scope: ContractScope, uploadId: string, page: number): Promise<UploadWrongRow[]> {
  const [found] = await db.$queryRaw<{ rows: PackedPreview["wrong"] }[]>`
    SELECT jsonb_path_query_array(u.preview, '$.wrong[$from to $to]', ${bounds(page)}::jsonb) AS rows
    FROM reading_uploads u WHERE u.id = ${uploadId}::uuid AND u.contract_id = ${scope.contractId}::uuid`;
  return (found?.rows ?? []).map(([row, problem, facilityCode, serialNumber, quantity, zone, text]) => {
    return { row, problem, facilityCode, serialNumber, quantity, zone, text };
  });
}
