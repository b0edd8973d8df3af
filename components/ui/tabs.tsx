import type { Route } from "next";
import Link from "next/link";

type TabsProps = {
  label: string;
  items: readonly { href: Route; label: string }[];
  current: Route;
};

/** Links, not ARIA tabs: every tab is a page with its own address. */
export function Tabs({ label, items, current }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} prefetch={false} aria-current={item.href === current ? "page" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
