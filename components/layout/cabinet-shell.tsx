import type { Route } from "next";
import type { ReactNode } from "react";
import { Bell } from "@/components/layout/bell";
import { Brand } from "@/components/layout/brand";
import { MainNav } from "@/components/layout/main-nav";
import type { MenuItem } from "@/components/layout/menu-item";
import { ProfileMenu, type ProfileMenuProps } from "@/components/layout/profile-menu";
import { MAIN_ID, SkipLink } from "@/components/layout/skip-link";

type CabinetShellProps = Omit<ProfileMenuProps, "items"> & {
  home: Route;
  /** Only sections that work and that this person may open. */
  menu: readonly MenuItem[];
  /** Under «Ещё». */
  more?: readonly MenuItem[];
  profile?: readonly MenuItem[];
  /** Absent until there is something to notify about. */
  bell?: { href: Route; unread: number };
  children: ReactNode;
};

export function CabinetShell({ home, menu, more = [], profile, bell, user, theme, signOut, children }: CabinetShellProps) {
  return (
    <>
      <SkipLink />
      <header className="top-bar">
        <Brand home={home} />
        <MainNav label="Разделы" items={menu} more={more} />
        <div className="ml-auto flex items-center gap-3">
          {bell !== undefined && <Bell href={bell.href} unread={bell.unread} />}
          <ProfileMenu user={user} theme={theme} items={profile} signOut={signOut} />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="page">
        {children}
      </main>
    </>
  );
}
