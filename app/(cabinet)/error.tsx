"use client";

import { Failure } from "@/components/layout/failure";

/** Inside the shell, so the menu stays usable. */
export default function SectionError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}
