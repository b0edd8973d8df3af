import "server-only";
import { db } from "@/lib/db/client";
import { DEMONSTRATION_SUBJECT } from "@/lib/integration/constants";

export type DemonstrationState =
  /** Nothing at all: the data may be loaded. */
  | { state: "empty" }
  /** Loading began for this day (ISO) and has not ended. */
  | { state: "begun"; day: string }
  | { state: "loaded" }
  /** Somebody's own data. */
  | { state: "taken" };

/** How far the demonstration data of this database is, by the marks that loading leaves. */
export async function getDemonstrationState(): Promise<DemonstrationState> {
  const marks = await db.auditEvent.findMany({
    where: { subjectKind: DEMONSTRATION_SUBJECT },
    select: { action: true, subjectId: true },
    orderBy: { id: "asc" },
  });
  if (marks.some(({ action }) => action === "demonstration.end")) return { state: "loaded" };
  const begun = marks.find(({ action }) => action === "demonstration.begin");
  if (begun) return { state: "begun", day: begun.subjectId };
  const [user, contract] = await Promise.all([
    db.user.findFirst({ select: { id: true } }),
    db.contract.findFirst({ select: { id: true } }),
  ]);
  return user || contract ? { state: "taken" } : { state: "empty" };
}

/** Months of a group that billing gave windows for, `yyyy-mm`. */
export async function listPeriodMonths(group: string): Promise<string[]> {
  const periods = await db.billingPeriod.findMany({ where: { group }, select: { month: true }, orderBy: { month: "asc" } });
  return periods.map(({ month }) => month.toISOString().slice(0, 7));
}
