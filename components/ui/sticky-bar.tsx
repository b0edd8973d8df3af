import type { ReactNode } from "react";

type StickyBarProps = {
  /** How far it is and what is missing; read aloud as it changes. */
  status: ReactNode;
  /** Buttons, the main one last. */
  children: ReactNode;
};

export function StickyBar({ status, children }: StickyBarProps) {
  return (
    <div className="sticky-bar">
      <div role="status" className="min-w-0 flex-1 basis-60 text-muted">
        {status}
      </div>
      <div className="flex flex-wrap gap-3 max-sm:w-full max-sm:*:flex-1">{children}</div>
    </div>
  );
}
