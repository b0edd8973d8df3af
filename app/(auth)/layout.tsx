import type { ReactNode } from "react";
import { AuthShell } from "@/components/layout/auth-shell";
import { getTheme } from "@/lib/theme/queries";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return <AuthShell theme={await getTheme()}>{children}</AuthShell>;
}
