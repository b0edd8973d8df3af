"use client";

import { useEffect, useRef, useState, type ComponentType } from "react";
import type { ChartBar } from "@/lib/payments/rules/chart";

type Bars = ComponentType<{ bars: ChartBar[] }>;

/** Room for the chart, which is fetched when it comes near the view. The table beside it says the same without a script. */
export function ChartView({ bars, label }: { bars: ChartBar[]; label: string }) {
  const room = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<{ Bars: Bars } | "failed" | null>(null);
  useEffect(() => {
    if (room.current === null) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        import("@/components/payments/chart-bars").then(
          ({ ChartBars }) => setLoaded({ Bars: ChartBars }),
          () => setLoaded("failed"),
        );
      },
      { rootMargin: "200px" },
    );
    watcher.observe(room.current);
    return () => watcher.disconnect();
  }, []);
  if (loaded === "failed") return <p className="text-muted">График не загрузился. Те же числа есть в таблице</p>;
  return (
    <div ref={room} className="chart-room needs-script" role="img" aria-label={label}>
      {loaded !== null && <loaded.Bars bars={bars} />}
    </div>
  );
}
