import type { Metadata } from "next";
import { Missing } from "@/components/layout/missing";

export const metadata: Metadata = { title: "Страница не найдена" };

/** Inside the shell, so the menu stays usable. */
export default function SectionNotFound() {
  return <Missing />;
}
