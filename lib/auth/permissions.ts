/** Roles of a client on one contract and what each may do: table 3 of the user guide, cell by cell. */
export const ROLES = ["administrator", "manager", "engineer", "accountant"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  administrator: "Администратор",
  manager: "Руководитель",
  engineer: "Энергетик",
  accountant: "Бухгалтер",
};

const everyone = ROLES;
const readings = ["administrator", "manager", "engineer"] as const;
const money = ["administrator", "manager", "accountant"] as const;
const administrator = ["administrator"] as const;

export const PERMISSIONS = {
  "role.request": everyone,
  "contract.unlink": everyone,
  "contract.view": everyone,
  "contract.attachments": everyone,
  "readings.submit": readings,
  "readings.history": readings,
  "bills.view": money,
  "debt.view": money,
  "chart.view": money,
  "payments.history": money,
  "payments.make": money,
  "documents.history": money,
  "members.grant": administrator,
  "members.revoke": administrator,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function roleMay(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return allowed.includes(role);
}

export const STAFF_ROLES = ["operator", "content_editor", "billing_operator", "administrator"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_NAMES: Record<StaffRole, string> = {
  operator: "Оператор",
  content_editor: "Редактор",
  billing_operator: "Оператор расчётов",
  administrator: "Администратор",
};

export const STAFF_PERMISSIONS = {
  "contracts.view": ["operator", "billing_operator", "administrator"],
  "submissions.view": ["operator", "billing_operator", "administrator"],
  "payments.view": ["operator", "billing_operator", "administrator"],
  "payments.refund": ["billing_operator", "administrator"],
  "payments.approve": ["billing_operator", "administrator"],
  "payments.release": ["billing_operator", "administrator"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type StaffPermission = keyof typeof STAFF_PERMISSIONS;

export function staffMay(role: StaffRole, permission: StaffPermission): boolean {
  const allowed: readonly StaffRole[] = STAFF_PERMISSIONS[permission];
  return allowed.includes(role);
}
