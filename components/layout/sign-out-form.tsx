"use client";

import type { ReactNode } from "react";
import { forgetDrafts } from "@/components/ui/session-draft";

type SignOutFormProps = { action: () => Promise<void>; children: ReactNode };

/** Leaves nothing typed behind. A session that ends by itself keeps drafts: the person comes back to them. */
export function SignOutForm({ action, children }: SignOutFormProps) {
  return (
    <form action={action} onSubmit={forgetDrafts}>
      {children}
    </form>
  );
}
