import type { Metadata } from "next";
import { BrandSign } from "@/components/layout/brand";
import { Missing } from "@/components/layout/missing";

export const metadata: Metadata = { title: "Страница не найдена" };

export default function NotFound() {
  return (
    <>
      <header className="top-bar">
        <BrandSign />
      </header>
      <main className="page">
        <Missing />
      </main>
    </>
  );
}
