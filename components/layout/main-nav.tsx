import clsx from "clsx";
import { ChevronDown, Ellipsis } from "lucide-react";
import type { MenuItem } from "@/components/layout/menu-item";
import { NavIcon } from "@/components/layout/nav-icon";
import { NavLink } from "@/components/layout/nav-link";
import { Menu } from "@/components/ui/menu";

/** A phone's bottom bar holds five targets of a readable width. */
const BOTTOM_BAR_ITEMS = 5;

type MainNavProps = { label: string; items: readonly MenuItem[]; more: readonly MenuItem[] };

/** One list for both shapes: a row in the top bar, and the bottom bar of a phone where the tail folds into «Ещё». */
export function MainNav({ label, items, more }: MainNavProps) {
  const fits = items.length <= BOTTOM_BAR_ITEMS && more.length === 0;
  const kept = fits ? items.length : BOTTOM_BAR_ITEMS - 1;
  return (
    <nav className="main-nav main-nav--bottom" aria-label={label}>
      {items.map((item, index) => (
        <NavLink key={item.href} href={item.href} section={item.section} className={clsx("nav-item", index >= kept && "nav-extra")}>
          <NavIcon name={item.icon} />
          {item.label}
        </NavLink>
      ))}
      {!fits && (
        <Menu
          className={more.length === 0 ? "sm:hidden" : undefined}
          summary={
            <>
              <Ellipsis aria-hidden="true" />
              Ещё
              <ChevronDown className="chevron" aria-hidden="true" />
            </>
          }
        >
          {items.slice(kept).map((item) => (
            <NavLink key={item.href} href={item.href} section={item.section} className="nav-folded">
              {item.label}
            </NavLink>
          ))}
          {more.map((item) => (
            <NavLink key={item.href} href={item.href} section={item.section}>
              {item.label}
            </NavLink>
          ))}
        </Menu>
      )}
    </nav>
  );
}
