import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

type TextLinkProps = { href: Route; className?: string; children: ReactNode };

export function TextLink({ href, className, children }: TextLinkProps) {
  return (
    <Link href={href} prefetch={false} className={clsx("text-link", className)}>
      {children}
    </Link>
  );
}
