import type { Metadata } from "next";
import { NoRight } from "@/components/ui/no-right";

export const metadata: Metadata = { title: "Нет доступа" };

export default function Forbidden() {
  return (
    <main className="page">
      <NoRight what="не хватает прав" who="Права на договор меняет его администратор в вашей организации" />
    </main>
  );
}
