import { describe, expect, it } from "vitest";
import {
  PERMISSIONS,
  roleMay,
  ROLES,
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  staffMay,
  type Permission,
  type StaffPermission,
} from "@/lib/auth/permissions";

/** Table 3 of the user guide as it is printed; readings by form, file and intervals are one line there. */
const TABLE_3 = `
                    | engineer | accountant | manager | administrator
role.request        | +        | +          | +       | +
contract.unlink     | +        | +          | +       | +
contract.view       | +        | +          | +       | +
contract.attachments| +        | +          | +       | +
readings.submit     | +        | –          | +       | +
readings.history    | +        | –          | +       | +
bills.view          | –        | +          | +       | +
debt.view           | –        | +          | +       | +
chart.view          | –        | +          | +       | +
payments.history    | –        | +          | +       | +
payments.make       | –        | +          | +       | +
documents.history   | –        | +          | +       | +
members.grant       | –        | –          | –       | +
members.revoke      | –        | –          | –       | +`;

const STAFF_TABLE = `
                    | operator | content_editor | billing_operator | administrator
contracts.view      | +        | –              | +                | +
submissions.view    | +        | –              | +                | +
payments.view       | +        | –              | +                | +
payments.refund     | –        | –              | +                | +
payments.approve    | –        | –              | +                | +
payments.release    | –        | –              | +                | +`;

type Cell = { permission: string; role: string; allowed: boolean };

function cellsOf(table: string): Cell[] {
  const [head = [], ...lines] = table.trim().split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const roles = table.trimStart().startsWith("|") ? head.slice(1) : head;
  return lines.flatMap(([permission = "", ...cells]) =>
    cells.map((cell, index) => ({ permission, role: roles[index] ?? "", allowed: cell === "+" })),
  );
}

const unique = (values: string[]) => [...new Set(values)].sort();

describe("rights of a client on a contract", () => {
  const cells = cellsOf(TABLE_3);

  it.each(cells)("$permission of $role: $allowed", ({ permission, role, allowed }) => {
    const known = ROLES.find((candidate) => candidate === role);
    expect(known && roleMay(known, permission as Permission)).toBe(allowed);
  });

  it("are exactly those of the table, each decided for every role", () => {
    expect(unique(cells.map(({ permission }) => permission))).toEqual(Object.keys(PERMISSIONS).sort());
    expect(unique(cells.map(({ role }) => role))).toEqual([...ROLES].sort());
    expect(cells).toHaveLength(Object.keys(PERMISSIONS).length * ROLES.length);
  });
});

describe("rights of the supplier's staff", () => {
  const cells = cellsOf(STAFF_TABLE);

  it.each(cells)("$permission of $role: $allowed", ({ permission, role, allowed }) => {
    const known = STAFF_ROLES.find((candidate) => candidate === role);
    expect(known && staffMay(known, permission as StaffPermission)).toBe(allowed);
  });

  it("are exactly those of the table, each decided for every role", () => {
    expect(unique(cells.map(({ permission }) => permission))).toEqual(Object.keys(STAFF_PERMISSIONS).sort());
    expect(unique(cells.map(({ role }) => role))).toEqual([...STAFF_ROLES].sort());
    expect(cells).toHaveLength(Object.keys(STAFF_PERMISSIONS).length * STAFF_ROLES.length);
  });
});
