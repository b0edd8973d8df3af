import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ControlsSection } from "@/app/dev/components/controls-section";
import { DEV_MENU, DEV_MORE, DEV_PROFILE, DEV_USER } from "@/app/dev/components/samples";
import { FiguresSection } from "@/app/dev/components/figures-section";
import { FormExample } from "@/app/dev/components/form-example";
import { StatesSection } from "@/app/dev/components/states-section";
import { AuthShell } from "@/components/layout/auth-shell";
import { CabinetShell } from "@/components/layout/cabinet-shell";
import { FieldShell } from "@/components/layout/field-shell";
import { StaffShell } from "@/components/layout/staff-shell";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { signOutAction } from "@/lib/auth/actions";
import { env } from "@/lib/platform/env";
import { getTheme } from "@/lib/theme/queries";

export const metadata: Metadata = { title: "Компоненты" };

const HOME = "/dev/components";
const TABS = [
  { href: "/dev/components", label: "Кабинет" },
  { href: "/dev/components?shell=staff", label: "Сотрудникам" },
  { href: "/dev/components?shell=field", label: "Телефон" },
  { href: "/dev/components?shell=auth", label: "Вход" },
] as const;

function AllComponents({ shell }: { shell: string }) {
  const current = TABS.find((tab) => tab.href.endsWith(`shell=${shell}`)) ?? TABS[0];
  return (
    <>
      <PageHeader
        title="Компоненты"
        fact="Всё, из чего собраны страницы, во всех состояниях"
        action={<LinkButton href="/dev/hello">Пустая страница</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <Tabs label="Оболочки" items={TABS} current={current.href} />
        <ControlsSection />
        <FormExample />
        <FiguresSection />
        <StatesSection />
      </div>
    </>
  );
}

export default async function ComponentsPage({ searchParams }: PageProps<"/dev/components">) {
  if (!env.demonstration) notFound();
  const [{ shell }, theme] = await Promise.all([searchParams, getTheme()]);
  const person = { home: HOME, user: DEV_USER, theme, signOut: signOutAction } as const;
  if (shell === "auth") {
    return (
      <AuthShell theme={theme}>
        <h1>Вход в кабинет</h1>
        <FormExample />
      </AuthShell>
    );
  }
  if (shell === "staff") return <StaffShell {...person} menu={DEV_MENU}><AllComponents shell="staff" /></StaffShell>;
  if (shell === "field") return <FieldShell {...person} items={DEV_PROFILE}><AllComponents shell="field" /></FieldShell>;
  return (
    <CabinetShell {...person} menu={DEV_MENU} more={DEV_MORE} profile={DEV_PROFILE} bell={{ href: HOME, unread: 3 }}>
      <AllComponents shell="cabinet" />
    </CabinetShell>
  );
}
