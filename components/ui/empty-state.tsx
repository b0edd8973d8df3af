import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** Why it is empty and what will appear here. */
  children: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <h2 className="font-semibold">{title}</h2>
      <div className="max-w-lg text-muted">{children}</div>
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
