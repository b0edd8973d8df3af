import clsx from "clsx";
import type { ComponentProps } from "react";

type TableProps = ComponentProps<"table"> & {
  label: string;
  /** Fields or links in the rows already take focus, so the box need not. */
  hasControls?: boolean;
  /** On a phone every row becomes a block of «label — value» lines; give its cells a `label`. */
  stacked?: boolean;
};

/** The box scrolls a wide table sideways; it takes focus so that this works from the keyboard too. */
export function Table({ label, hasControls = false, stacked = false, className, children, ...rest }: TableProps) {
  const box = hasControls || stacked ? {} : { role: "region", "aria-label": label, tabIndex: 0 };
  return (
    <div className="table-scroll" {...box}>
      <table className={clsx("data-table", stacked && "data-table--stacked", className)} aria-label={label} {...rest}>
        {children}
      </table>
    </div>
  );
}

type CellProps = {
  /** Right-aligned, never broken. */
  numeric?: boolean;
};

export function Th({ numeric = false, className, scope = "col", ...rest }: ComponentProps<"th"> & CellProps) {
  return <th scope={scope} className={clsx(numeric && "num", className) || undefined} {...rest} />;
}

type TdProps = ComponentProps<"td"> &
  CellProps & {
    /** The column's name, shown beside the value when the table is stacked. */
    label?: string;
  };

export function Td({ numeric = false, label, className, ...rest }: TdProps) {
  return <td className={clsx(numeric && "num", className) || undefined} data-label={label} {...rest} />;
}
