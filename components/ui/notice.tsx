import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeTone = "info" | "success" | "warning" | "error";

const ICON = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert };

type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  /** Read aloud when it appears after an action of the person. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Notice({ tone = "info", title, live = false, className, children }: NoticeProps) {
  const Icon = ICON[tone];
  const role = tone === "error" ? "alert" : "status";
  return (
    <div className={clsx("notice", `notice--${tone}`, className)} role={live ? role : undefined}>
      <Icon aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
