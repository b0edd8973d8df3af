import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { pageWindow } from "@/components/ui/page-window";

type PaginationProps = {
  page: number;
  pages: number;
  hrefFor: (page: number) => Route;
  /** What is paged: «Страницы списка объектов». */
  label: string;
};

export function Pagination({ page, pages, hrefFor, label }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav className="pagination" aria-label={label}>
      {page > 1 && (
        <Link href={hrefFor(page - 1)} prefetch={false} rel="prev" aria-label="Предыдущая страница">
          <ChevronLeft aria-hidden="true" />
        </Link>
      )}
      {pageWindow(page, pages).map((n, i) =>
        n === null ? (
          <span key={`gap-${i}`} className="text-muted">
            …
          </span>
        ) : (
          <Link key={n} href={hrefFor(n)} prefetch={false} aria-current={n === page ? "page" : undefined} aria-label={`Страница ${n}`}>
            {n}
          </Link>
        ),
      )}
      {page < pages && (
        <Link href={hrefFor(page + 1)} prefetch={false} rel="next" aria-label="Следующая страница">
          <ChevronRight aria-hidden="true" />
        </Link>
      )}
    </nav>
  );
}
