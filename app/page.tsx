import { redirect } from "next/navigation";
import { requireClient } from "@/lib/auth/guards";
import { landingPath } from "@/lib/auth/landing";

export default async function RootPage() {
  const actor = await requireClient();
  redirect(landingPath(actor.memberships));
}
