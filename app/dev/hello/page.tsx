import { notFound } from "next/navigation";
import { env } from "@/lib/platform/env";

/** The empty dynamic page every measured page is divided by. */
export default function HelloPage() {
  if (!env.demonstration) notFound();
  return <p>hello-world</p>;
}
