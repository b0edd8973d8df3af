import type { Route } from "next";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { MainNav } from "@/components/layout/main-nav";
import type { MenuItem } from "@/components/layout/menu-item";
import { ProfileMenu, type ProfileMenuProps } from "@/components/layout/profile-menu";
import { MAIN_ID, SkipLink } from "@/components/layout/skip-link";

type StaffShellProps = Omit<ProfileMenuProps, "items"> & {
  home: Route;
  menu: readonly MenuItem[];
  children: ReactNode;
};

/** The supplier's side says so beside the brand, so nobody takes it for a client's cabinet. */
export function StaffShell({ home, menu, user, theme, signOut, children }: StaffShellProps) {
  return (
    <>
      <SkipLink />
      <header className="top-bar">
        <Brand home={home} note="Сотрудникам" />
        <MainNav label="Разделы для сотрудников" items={menu} more={[]} />
        <div className="ml-auto">
          <ProfileMenu user={user} theme={theme} signOut={signOut} />
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="page">
        {children}
      </main>
    </>
  );
}
