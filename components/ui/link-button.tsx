import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonVariant } from "@/components/ui/button-class";

type LinkButtonProps = {
  href: Route;
  variant?: ButtonVariant;
  className?: string;
  children: ReactNode;
};

/** Pages are per session and uncached, so a prefetch would only cost the server a render. */
export function LinkButton({ href, variant, className, children }: LinkButtonProps) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(variant, className)}>
      {children}
    </Link>
  );
}
