import clsx from "clsx";
import type { ReactNode } from "react";

type CardProps = { className?: string; children: ReactNode };

export function Card({ className, children }: CardProps) {
  return <section className={clsx("card", className)}>{children}</section>;
}

type CardHeaderProps = {
  title: ReactNode;
  /** The line of identity under the title. */
  details?: ReactNode;
  /** Sum, badge or action on the right. */
  aside?: ReactNode;
};

export function CardHeader({ title, details, aside }: CardHeaderProps) {
  return (
    <div className="card__head">
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        {details !== undefined && <div className="text-sm text-muted">{details}</div>}
      </div>
      {aside !== undefined && <div className="flex flex-wrap items-center gap-4 max-sm:w-full max-sm:justify-between">{aside}</div>}
    </div>
  );
}

export function CardBody({ className, children }: CardProps) {
  return <div className={clsx("card__body", className)}>{children}</div>;
}
