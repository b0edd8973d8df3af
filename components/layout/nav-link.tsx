"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type NavLinkProps = { href: Route; section?: string; className?: string; children: ReactNode };

/** Only the browser knows the address after a client-side move: layouts are not rendered again. */
export function NavLink({ href, section = href, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const inside = pathname === section || pathname.startsWith(`${section}/`);
  const current = pathname === href ? "page" : inside ? "true" : undefined;
  return (
    <Link href={href} prefetch={false} className={className} aria-current={current}>
      {children}
    </Link>
  );
}
