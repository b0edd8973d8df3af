import clsx from "clsx";
import type { ComponentProps } from "react";

type TableProps = ComponentProps<"table"> & {
  label: string;
  /** Fields or links in the rows already take focus, so the box need not. */
  hasControls?: boolean;
};

/** The box scrolls a wide table sideways; it takes focus so that this works from the keyboard too. */
export function Table({ label, hasControls = false, className, children, ...rest }: TableProps) {
  const box = hasControls ? {} : { role: "region", "aria-label": label, tabIndex: 0 };
  return (
    <div className="table-scroll" {...box}>
      <table className={clsx("data-table", className)} aria-label={label} {...rest}>
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
  return <th scope={scope} className={clsx(numeric && "num", className)} {...rest} />;
}

export function Td({ numeric = false, className, ...rest }: ComponentProps<"td"> & CellProps) {
  return <td className={clsx(numeric && "num", className)} {...rest} />;
}
