import { planRegisters } from "@/lib/readings/rules/plan-submission";
import { cleanText, readQuantity, readZone } from "@/lib/readings/rules/read-names";
import type { FilePlan, RegisterLine, RowProblem, SheetRow } from "@/lib/readings/types";

/** Registers by facility, meter and name; Maps, so that no text of a file can be a special key. */
type Contract = Map<string, Map<string, Map<string, string>>>;
type Match = { ok: true; registerId: string } | { ok: false; problem: RowProblem };

/** Stands for a value that cannot be trusted, so that the rest of its meter is held back. */
const UNREADABLE = "?";
const MAX_NAMED_ROWS = 5;

function indexLines(lines: RegisterLine[]): Contract {
  const contract: Contract = new Map();
  for (const { facilityCode, serialNumber, quantity, zone, registerId } of lines) {
    const meters = contract.get(facilityCode) ?? new Map<string, Map<string, string>>();
    contract.set(facilityCode, meters);
    const registers = meters.get(serialNumber) ?? new Map<string, string>();
    meters.set(serialNumber, registers);
    registers.set(`${quantity} ${zone}`, registerId);
  }
  return contract;
}

/** The register of a row by facility code, serial number, quantity and zone. */
function matchRow(row: SheetRow, contract: Contract): Match {
  const refuse = (problem: RowProblem): Match => ({ ok: false, problem });
  const meters = contract.get(cleanText(row.facilityCode));
  if (!meters) return refuse({ code: "unknown_facility", text: row.facilityCode });
  const registers = meters.get(cleanText(row.serialNumber));
  if (!registers) return refuse({ code: "unknown_meter", text: row.serialNumber });
  const quantity = readQuantity(row.quantity);
  if (!quantity) return refuse({ code: "unknown_quantity", text: row.quantity });
  const zone = readZone(row.zone);
  if (!zone) return refuse({ code: "unknown_zone", text: row.zone });
  const registerId = registers.get(`${quantity} ${zone}`);
  return registerId === undefined ? refuse({ code: "no_such_register" }) : { ok: true, registerId };
}

/** What makes the rows of one register unreadable before their value is looked at. */
function spoiledBy(rows: SheetRow[]): RowProblem | null {
  if (rows.length > 1) {
    const numbers = rows.map(({ row }) => row).sort((a, b) => a - b);
    return { code: "duplicate_row", rows: numbers.slice(0, MAX_NAMED_ROWS) };
  }
  const cell = rows[0]?.current;
  if (cell?.kind === "date") return { code: "date_cell" };
  return cell?.kind === "broken" ? { code: "broken_cell", text: cell.text } : null;
}

const isEmpty = ({ current }: SheetRow) => current.kind === "plain" && cleanText(current.text) === "";

/** What a register file would do: rows that can be taken, and every wrong row with its reason. */
export function planFile(rows: SheetRow[], lines: RegisterLine[]): FilePlan {
  const given = rows.filter((row) => !isEmpty(row));
  const plan: FilePlan = { accepted: [], wrong: [], empty: rows.length - given.length };
  const reject = (cells: SheetRow, problem: RowProblem) => plan.wrong.push({ row: cells.row, problem, cells });

  const contract = indexLines(lines);
  const rowsOf = new Map<string, SheetRow[]>();
  for (const cells of given) {
    const match = matchRow(cells, contract);
    if (!match.ok) reject(cells, match.problem);
    else if (!rowsOf.get(match.registerId)?.push(cells)) rowsOf.set(match.registerId, [cells]);
  }
  const entries = [...rowsOf].map(([registerId, own]) => ({
    registerId,
    text: spoiledBy(own) ? UNREADABLE : (own[0]?.current.text ?? ""),
  }));
  for (const outcome of planRegisters(lines, entries)) {
    const own = rowsOf.get(outcome.registerId) ?? [];
    if (outcome.state === "wrong" || outcome.state === "held") {
      const problem = spoiledBy(own) ?? outcome.problem;
      for (const cells of own) reject(cells, problem);
      continue;
    }
    const { registerId, value, consumption } = outcome;
    for (const { row, current } of own) {
      plan.accepted.push({ row, registerId, value, consumption, changed: outcome.state === "changed", computed: current.kind === "computed" });
    }
  }
  plan.accepted.sort((a, b) => a.row - b.row);
  plan.wrong.sort((a, b) => a.row - b.row);
  return plan;
}
