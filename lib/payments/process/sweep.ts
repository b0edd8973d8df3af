import "server-only";
import { refreshCardLink } from "@/lib/payments/process/link-card";
import { refreshPayment } from "@/lib/payments/process/refresh-payment";
import { refreshRefund } from "@/lib/payments/process/refresh-refund";
import { findOpenCardLinks, findOpenPayments, findOpenRefunds } from "@/lib/payments/queries/find-open";
import { log } from "@/lib/platform/log";

const AT_ONCE = 8;
/** The next sweep follows within a minute. */
const LONGEST_MS = 50_000;

type Task = () => Promise<void>;

async function work(tasks: Task[], deadline: number): Promise<void> {
  for (let task = tasks.shift(); task !== undefined && performance.now() < deadline; task = tasks.shift()) {
    // One that fails must not keep the others from being asked about.
    await task().catch((err: unknown) => log.error({ err }, "payment sweep"));
  }
}

/** Asks the bank about everything that is open and of which nobody brought news. */
export async function sweepPayments(): Promise<void> {
  const tasks = [
    ...(await findOpenPayments()).map((id) => () => refreshPayment(id)),
    ...(await findOpenRefunds()).map((id) => () => refreshRefund(id)),
    ...(await findOpenCardLinks()).map((id) => () => refreshCardLink(id)),
  ];
  const deadline = performance.now() + LONGEST_MS;
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(tasks, deadline)));
}
