import { formatDayInWords, formatDaysLeft } from "@/lib/format/dates";
import type { WindowState } from "@/lib/readings/types";

/** The one fact about a period that matters now. */
export function describeWindow(window: WindowState): string {
  switch (window.state) {
    case "not_open":
      return `Приём начнётся ${formatDayInWords(window.firstDay)}`;
    case "open":
      return `Приём с ${formatDayInWords(window.firstDay)} по ${formatDayInWords(window.lastDay)} · ${formatDaysLeft(window.daysLeft)}`;
    case "closed":
      return `Приём закончился ${formatDayInWords(window.lastDay)}`;
  }
}
