import type { ReactNode } from "react";
import { cabinetMenu, cabinetMore } from "@/app/(cabinet)/menu";
import { CabinetShell } from "@/components/layout/cabinet-shell";
import { signOutAction } from "@/lib/auth/actions";
import { requireClient } from "@/lib/auth/guards";
import { landingPath } from "@/lib/auth/landing";
import { getTheme } from "@/lib/theme/queries";

export default async function CabinetLayout({ children }: { children: ReactNode }) {
  const [actor, theme] = await Promise.all([requireClient(), getTheme()]);
  return (
    <CabinetShell
      home={landingPath(actor.memberships)}
      menu={cabinetMenu(actor.memberships)}
      more={cabinetMore(actor.memberships)}
      user={{ name: actor.name, note: actor.email ?? "" }}
      theme={theme}
      signOut={signOutAction}
    >
      {children}
    </CabinetShell>
  );
}
