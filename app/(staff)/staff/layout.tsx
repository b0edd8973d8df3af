import type { ReactNode } from "react";
import { StaffShell } from "@/components/layout/staff-shell";
import { signOutAction } from "@/lib/auth/actions";
import { requireStaff } from "@/lib/auth/guards";
import { STAFF_ROLE_NAMES, staffMay } from "@/lib/auth/permissions";
import { getTheme } from "@/lib/theme/queries";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [actor, theme] = await Promise.all([requireStaff("contracts.view"), getTheme()]);
  return (
    <StaffShell
      home="/staff"
      menu={[
        { href: "/staff", label: "Договоры", icon: "contracts", section: "/staff/contracts" },
        { href: "/staff/submissions", label: "Показания", icon: "submissions" },
        ...(staffMay(actor.role, "payments.view") ? [{ href: "/staff/payments", label: "Платежи", icon: "payments" } as const] : []),
      ]}
      user={{ name: actor.name, note: STAFF_ROLE_NAMES[actor.role] }}
      theme={theme}
      signOut={signOutAction}
    >
      {children}
    </StaffShell>
  );
}
