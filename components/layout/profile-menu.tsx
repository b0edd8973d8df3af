import { LogOut } from "lucide-react";
import type { MenuItem, ShellUser } from "@/components/layout/menu-item";
import { NavIcon } from "@/components/layout/nav-icon";
import { NavLink } from "@/components/layout/nav-link";
import { SignOutForm } from "@/components/layout/sign-out-form";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { Menu } from "@/components/ui/menu";
import type { Theme } from "@/lib/theme/constants";

export type ProfileMenuProps = {
  user: ShellUser;
  theme: Theme;
  items?: readonly MenuItem[];
  /** Server action that ends the session and leads to sign-in. */
  signOut: () => Promise<void>;
};

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

export function ProfileMenu({ user, theme, items = [], signOut }: ProfileMenuProps) {
  return (
    <Menu
      align="right"
      summaryClassName="avatar"
      summary={
        <>
          <span aria-hidden="true">{initials(user.name)}</span>
          <span className="sr-only">Профиль: {user.name}</span>
        </>
      }
    >
      <div className="px-2.5 py-1.5">
        <p className="font-medium">{user.name}</p>
        <p className="text-sm text-muted">{user.note}</p>
      </div>
      {items.map((item) => (
        <NavLink key={item.href} href={item.href} section={item.section}>
          <NavIcon name={item.icon} />
          {item.label}
        </NavLink>
      ))}
      <div className="my-1.5 border-y border-border px-2.5 py-2">
        <p className="mb-1 text-sm text-muted">Оформление</p>
        <ThemeSwitch theme={theme} />
      </div>
      <SignOutForm action={signOut}>
        <button type="submit" className="row">
          <LogOut aria-hidden="true" />
          Выйти
        </button>
      </SignOutForm>
    </Menu>
  );
}
