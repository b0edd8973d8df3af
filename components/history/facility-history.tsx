import type { Route } from "next";
import Link from "next/link";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import type { HistoryMeter } from "@/lib/readings/types";

type FacilityHistoryProps = {
  meters: readonly HistoryMeter[];
  opened: string | null;
  hrefFor: (meterId: string | null) => Route;
  /** History of the opened meter. */
  children: ReactNode;
};

/** Meters of one facility; a press on a number opens or folds that meter's history. */
export function FacilityHistory({ meters, opened, hrefFor, children }: FacilityHistoryProps) {
  const [first] = meters;
  if (first === undefined) return null;
  return (
    <Card>
      <CardHeader title={first.facility.address} details={`ЭО ${first.facility.code}`} />
      <ul>
        {meters.map((meter) => {
          const open = meter.id === opened;
          return (
            <li key={meter.id} id={`m-${meter.id}`} className="border-t border-border">
              <Link
                href={hrefFor(open ? null : meter.id)}
                prefetch={false}
                scroll={false}
                aria-expanded={open}
                className="flex min-h-11 items-center gap-2 px-4.5 py-2 hover:bg-surface-secondary"
              >
                <span className="min-w-0 flex-1">
                  <span className="font-medium">ПУ {meter.serialNumber}</span> <span className="text-muted">· {meter.pointName}</span>
                </span>
                <ChevronDown aria-hidden="true" className={open ? "rotate-180 text-muted" : "text-muted"} />
              </Link>
              {open && children}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
