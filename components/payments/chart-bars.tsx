import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartBar } from "@/lib/payments/rules/chart";

const shortSum = new Intl.NumberFormat("ru", { notation: "compact", maximumFractionDigits: 1 });
const TICK = { fill: "var(--muted)", fontSize: 13 };

/** Pixels, the height of the room kept for it; a number, because the library complains while it measures one. */
const HEIGHT = 272;

type Hovered = { active?: boolean; payload?: readonly { payload?: ChartBar }[] };

function Sums({ active, payload }: Hovered) {
  const bar = payload?.[0]?.payload;
  if (active !== true || bar === undefined) return null;
  return (
    <div className="chart-tip">
      <p className="font-medium first-letter:uppercase">{bar.month}</p>
      <p>выставлено {bar.billed}</p>
      <p>оплачено {bar.paid}</p>
    </div>
  );
}

/** Loaded only when it comes into view: the library is heavier than the page around it. */
export function ChartBars({ bars }: { bars: ChartBar[] }) {
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart data={bars} stackOffset="sign" barCategoryGap="28%" margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="short" tickLine={false} axisLine={false} tick={TICK} interval="preserveStartEnd" />
        <YAxis width={72} tickLine={false} axisLine={false} tick={TICK} tickFormatter={(sum: number) => shortSum.format(Math.abs(sum))} />
        <ReferenceLine y={0} stroke="var(--border-strong)" />
        <Tooltip content={Sums} cursor={{ fill: "var(--surface-hover)" }} isAnimationActive={false} />
        <Bar dataKey="up" stackId="month" fill="var(--accent)" radius={[3, 3, 0, 0]} maxBarSize={32} isAnimationActive={false} />
        <Bar dataKey="down" stackId="month" fill="var(--control-border)" radius={[3, 3, 0, 0]} maxBarSize={32} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
