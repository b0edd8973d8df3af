import type { Route } from "next";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { UPLOAD_ROWS_PER_PAGE } from "@/lib/readings/constants";

type UploadSectionProps = {
  title: string;
  details?: string;
  total: number;
  page: number;
  hrefFor: (page: number) => Route;
  children: ReactNode;
};

/** One list of a preview, a hundred rows at a time. */
export function UploadSection({ title, details, total, page, hrefFor, children }: UploadSectionProps) {
  const pages = Math.ceil(total / UPLOAD_ROWS_PER_PAGE);
  const first = (page - 1) * UPLOAD_ROWS_PER_PAGE + 1;
  const shown = pages > 1 ? `${first}–${Math.min(first + UPLOAD_ROWS_PER_PAGE - 1, total)} из ${total}` : undefined;
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <CardHeader title={title} details={details} aside={shown && <span className="text-sm text-muted">{shown}</span>} />
        {children}
      </Card>
      <Pagination page={page} pages={pages} hrefFor={hrefFor} label={`Страницы: ${title}`} />
    </div>
  );
}
