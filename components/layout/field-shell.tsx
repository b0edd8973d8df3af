import type { Route } from "next";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { ProfileMenu, type ProfileMenuProps } from "@/components/layout/profile-menu";
import { MAIN_ID, SkipLink } from "@/components/layout/skip-link";

type FieldShellProps = ProfileMenuProps & { home: Route; children: ReactNode };

/** For a phone in one hand: no sections, one column, the page's own sticky bar at the thumb. */
export function FieldShell({ home, children, ...profile }: FieldShellProps) {
  return (
    <>
      <SkipLink />
      <header className="top-bar">
        <Brand home={home} />
        <div className="ml-auto">
          <ProfileMenu {...profile} />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="page page-narrow">
        {children}
      </main>
    </>
  );
}
