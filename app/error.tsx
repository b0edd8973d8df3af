"use client";

import { Failure } from "@/components/layout/failure";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="page">
      <Failure error={error} retry={retry} />
    </main>
  );
}
