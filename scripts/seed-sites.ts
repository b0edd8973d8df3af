import { BUILDINGS, NETWORK, SITES, type Site } from "./seed-data";
import { type Random, seededRandom } from "./seed-random";

const padded = (value: number, width: number) => String(value).padStart(width, "0");
/** 18 digits: the contract's 14 and the place of the facility. */
const facilityCode = (contract: string, place: number) => `${contract}${padded(place, 4)}`;
/** 15 digits: the network's 783, the end of the contract's number and the place of the point. */
const pointCode = (contract: string, place: number) => `783${contract.slice(-8)}${padded(place, 4)}`;
/** Steps wider than the random part keep numbers apart. */
const serialNumber = (base: number, place: number, random: Random) => String(base + place * 97 + random.whole(0, 96));

type Display = { integerDigits: number; fractionDigits: number };

function plainMeter(display: Display, serial: string, model: string, monthly: number, installedMonthsAgo: number, random: Random) {
  // 40 usual months at least, so that two years back the display is still above zero.
  const previous = random.between(monthly * 40, 10 ** display.integerDigits * 0.6);
  return {
    serialNumber: serial,
    model,
    integerDigits: display.integerDigits,
    fractionDigits: display.fractionDigits,
    installedMonthsAgo,
    registers: [
      { quantity: "active_import" as const, zone: "all_day" as const, previous: previous.toFixed(display.fractionDigits), monthly },
    ],
  };
}

function planBuildings(): Site[] {
  const { contract, flats, buildings, monthly, model } = BUILDINGS;
  return buildings.map(({ name, address }, building) => ({
    contract,
    code: facilityCode(contract, building + 1),
    kind: "apartment_building",
    name,
    address,
    status: "awaiting",
    source: "walk",
    points: Array.from({ length: flats }, (_, index) => {
      const place = building * flats + index + 1;
      const code = pointCode(contract, place);
      const random = seededRandom(code);
      const usual = Math.round(random.between(...monthly));
      return {
        code,
        name: `Квартира ${index + 1}`,
        flat: String(index + 1),
        multiplier: "1",
        lossesPercent: "0",
        meter: plainMeter(BUILDINGS, serialNumber(31_000_000, place, random), model, usual, random.whole(30, 110), random),
      };
    }),
  }));
}

/** A house stands on every street before any street gets its second one. */
function shopAddress(place: number, random: Random): string {
  const { streets } = NETWORK;
  const street = streets[place % streets.length] ?? "";
  const house = 4 + Math.floor(place / streets.length) * 14 + random.whole(0, 13);
  return `г. Санкт-Петербург, ${street}, д. ${house}, лит. ${random.pick(["А", "Б", "В"])}`;
}

function planNetwork(): Site[] {
  const { contract, shops, kinds, statuses } = NETWORK;
  const last = Object.entries(statuses).flatMap(([status, count]) => Array<keyof typeof statuses>(count).fill(status as keyof typeof statuses));
  return Array.from({ length: shops }, (_, index) => {
    const place = index + 1;
    const random = seededRandom(facilityCode(contract, place));
    const kind = random.pick(kinds);
    const status = last[index - (shops - last.length)] ?? "awaiting";
    const installedMonthsAgo = status === "verification_overdue" ? 122 : random.whole(30, 100);
    const usual = Number(random.between(...kind.monthly).toFixed(NETWORK.fractionDigits));
    return {
      contract,
      code: facilityCode(contract, place),
      kind: "site",
      name: `${kind.name} № ${place}`,
      address: shopAddress(index, random),
      status,
      source: "file",
      points: [
        {
          code: pointCode(contract, place),
          name: "ГРЩ, ввод 1",
          flat: null,
          multiplier: kind.multiplier,
          lossesPercent: "0",
          meter: plainMeter(NETWORK, serialNumber(42_000_000, place, random), kind.model, usual, installedMonthsAgo, random),
        },
      ],
    };
  });
}

export function planSites(): Site[] {
  return [...SITES, ...planBuildings(), ...planNetwork()];
}
