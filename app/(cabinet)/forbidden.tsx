import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { NoRight } from "@/components/ui/no-right";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Нет доступа" };

/** Inside the shell, so the person can go on to what is open to them. */
export default function SectionForbidden() {
  return (
    <>
      <PageHeader title="Раздел закрыт" />
      <NoRight
        what="вашей роли на этом договоре не хватает прав"
        who="Права на договор меняет его администратор в вашей организации"
        action={<LinkButton href="/">Перейти на главную</LinkButton>}
      />
    </>
  );
}
