import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "good" | "warning" | "bad" | "neutral";

const HEROUI_COLOR: Record<Tone, string> = {
  good: "chip--success",
  warning: "chip--warning",
  bad: "chip--danger",
  neutral: "chip--default",
};

type BadgeProps = {
  tone?: Tone;
  /** Always words: the colour only repeats them. */
  children: ReactNode;
};

export function Badge({ tone = "neutral", children }: BadgeProps) {
  return <span className={clsx("chip chip--soft", HEROUI_COLOR[tone])}>{children}</span>;
}
