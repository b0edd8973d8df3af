import type { Instrumentation } from "next";

// Next also compiles this file for its edge runtime, which has no Node modules; the condition is gone after the build.
const inNode = process.env.NEXT_RUNTIME === "nodejs";

export async function register(): Promise<void> {
  if (!inNode) return;
  (await import("@/lib/platform/console")).redactConsole();
  (await import("@/lib/platform/peer-address")).recordPeerAddresses();
}

/** The page that failed shows its digest; the same digest in the log leads to the cause. */
export const onRequestError: Instrumentation.onRequestError = async (err, { method, path, headers }, { routePath }) => {
  if (!inNode) return;
  const { log } = await import("@/lib/platform/log");
  log.error({ err, requestId: headers["x-request-id"], method, path, route: routePath }, "request failed");
};
