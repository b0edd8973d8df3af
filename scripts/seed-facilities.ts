import type { CalendarDate } from "@internationalized/date";
import type { ImportFacilities } from "@/lib/integration/schema";
import type { Site } from "./seed-data";

const VERIFIED_FOR_YEARS = 10;

/** A site as billing describes it. */
export function planFacility(site: Site, today: CalendarDate): ImportFacilities[number] {
  return {
    contractNumber: site.contract,
    code: site.code,
    kind: site.kind,
    name: site.name,
    address: site.address,
    status: site.status,
    points: site.points.map(({ meter, ...point }) => {
      const installedOn = today.subtract({ months: meter.installedMonthsAgo });
      return {
        ...point,
        meters: [
          {
            serialNumber: meter.serialNumber,
            model: meter.model,
            type: "Электронный",
            integerDigits: meter.integerDigits,
            fractionDigits: meter.fractionDigits,
            verificationDue: installedOn.add({ years: VERIFIED_FOR_YEARS }).toString(),
            installedOn: installedOn.toString(),
            removedOn: null,
            status: site.status,
            registers: meter.registers.map(({ quantity, zone }) => ({ quantity, zone })),
          },
        ],
      };
    }),
  };
}
