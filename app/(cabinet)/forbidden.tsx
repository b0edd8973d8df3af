import type { Metadata } from "next";
import { NoRight } from "@/components/ui/no-right";

export const metadata: Metadata = { title: "Нет доступа" };

/** Inside the shell, so the person can go on to what is open to them. */
export default function SectionForbidden() {
  return <NoRight what="ваша роль на этом договоре" who="Права на договор меняет его администратор в вашей организации" />;
}
