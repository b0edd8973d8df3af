import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type AccordionProps = {
  title: ReactNode;
  details?: ReactNode;
  aside?: ReactNode;
  open?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A card that folds: `details`, so it opens without JavaScript and is found by the browser's search. */
export function Accordion({ title, details, aside, open = false, id, className, children }: AccordionProps) {
  return (
    <details className={clsx("card", className)} open={open} id={id}>
      <summary className="card__head">
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{title}</span>
          {details !== undefined && <span className="block text-sm text-muted">{details}</span>}
        </span>
        {aside !== undefined && <span className="card__aside">{aside}</span>}
        <ChevronDown className="chevron" aria-hidden="true" />
      </summary>
      {children}
    </details>
  );
}
