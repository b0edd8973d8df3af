import { getHealth } from "@/lib/platform/health";
import packageJson from "@/package.json";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: a late worker is told but does not take the cabinet out of service. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  return Response.json(
    { ...health, version: packageJson.version },
    { status: health.status === "down" ? 503 : 200, headers: { "Cache-Control": "no-store" } },
  );
}
