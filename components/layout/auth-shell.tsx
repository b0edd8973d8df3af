import type { ReactNode } from "react";
import { BrandSign } from "@/components/layout/brand";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import type { Theme } from "@/lib/theme/constants";

type AuthShellProps = {
  theme: Theme;
  children: ReactNode;
  /** Under the card: demonstration accounts, contacts of the supplier. */
  footer?: ReactNode;
};

export function AuthShell({ theme, children, footer }: AuthShellProps) {
  return (
    <div className="auth">
      <header>
        <BrandSign />
      </header>
      <main className="card auth__card">{children}</main>
      <footer className="auth__footer">
        {footer}
        <ThemeSwitch theme={theme} />
      </footer>
    </div>
  );
}
