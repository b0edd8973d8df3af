import type { ReactNode } from "react";

type PageHeaderProps = {
  /** Says where and when: «Показания за ноябрь 2026». */
  title: string;
  /** The one fact that matters now. */
  fact?: ReactNode;
  /** One secondary action. */
  action?: ReactNode;
};

export function PageHeader({ title, fact, action }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1>{title}</h1>
        {fact !== undefined && <p className="mt-1 text-muted">{fact}</p>}
      </div>
      {action}
    </header>
  );
}
