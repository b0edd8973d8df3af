import type { CalendarDate } from "@internationalized/date";
import type { ImportContracts } from "@/lib/integration/schema";
import { PERIOD_GROUP, planPeriods } from "./seed-calendar";
import { CONTRACTS } from "./seed-data";
import { planFacility } from "./seed-facilities";
import { planIntervalDays } from "./seed-interval-days";
import { planMoney } from "./seed-money";
import { planReadings } from "./seed-readings";
import { planSites } from "./seed-sites";

/** Everything the demonstration's billing knows on a day; the same day gives the same data. */
export function planDemonstration(today: CalendarDate, zone: string) {
  const contracts: ImportContracts = CONTRACTS.map((contract) => ({ ...contract, periodGroup: PERIOD_GROUP, archivedAt: null }));
  const sites = planSites();
  const history = sites.map((site) => ({ contract: site.contract, rows: planReadings(site, today) }));
  const readings = history.flatMap(({ rows }) => rows);
  return {
    contracts,
    periods: planPeriods(today, zone),
    facilities: sites.map((site) => planFacility(site, today)),
    readings,
    intervalDays: planIntervalDays(readings, today),
    ...planMoney((contract) => history.flatMap((site) => (site.contract === contract ? site.rows : [])), today),
  };
}
