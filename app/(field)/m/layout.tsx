import type { ReactNode } from "react";
import { FieldShell } from "@/components/layout/field-shell";
import { signOutAction } from "@/lib/auth/actions";
import { requireClient } from "@/lib/auth/guards";
import { getTheme } from "@/lib/theme/queries";

export default async function FieldLayout({ children }: { children: ReactNode }) {
  const [actor, theme] = await Promise.all([requireClient(), getTheme()]);
  return (
    <FieldShell home="/" user={{ name: actor.name, note: actor.email ?? "" }} theme={theme} signOut={signOutAction}>
      {children}
    </FieldShell>
  );
}
