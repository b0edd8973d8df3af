import { expect, it } from "vitest";
import type { Membership } from "@/lib/auth/actor";
import { landingPath, mayAnywhere } from "@/lib/auth/landing";
import { ROLES, type Role } from "@/lib/auth/permissions";

const member = (role: Role): Membership => ({ contractId: role, number: "78010000000011", clientName: "ООО «Проверка»", role, facilityIds: "all" });

it.each([
  [[], "/payments"],
  [["administrator"], "/payments"],
  [["manager"], "/payments"],
  [["accountant"], "/payments"],
  [["engineer"], "/readings"],
  [["engineer", "engineer"], "/readings"],
  [["engineer", "accountant"], "/payments"],
] as const)("whoever is %j begins at %s", (roles, path) => {
  expect(landingPath(roles.map(member))).toBe(path);
});

it("one contract is enough for a right, no contract gives none", () => {
  expect(mayAnywhere([member("engineer"), member("accountant")], "payments.make")).toBe(true);
  expect(mayAnywhere([member("engineer")], "payments.make")).toBe(false);
  for (const role of ROLES) expect(mayAnywhere([member(role)], "contract.view")).toBe(true);
  expect(mayAnywhere([], "contract.view")).toBe(false);
});
