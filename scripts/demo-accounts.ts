/** Published on purpose: they exist in demonstrations only. */
export const DEMO_PASSWORD = "Demo-2026!";

export const DEMO_ACCOUNTS = [
  { login: "admin@demo.test", who: "administrator on 78010000000011, manager on 78010000000028 and 78010000000042" },
  { login: "engineer@demo.test", who: "engineer on 78010000000011, only facility 780100000000110001" },
  { login: "accountant@demo.test", who: "accountant on 78010000000011" },
  { login: "reader@demo.test", who: "engineer on 78010000000035 (three apartment buildings)" },
  { login: "other@demo.test", who: "manager on 78010000000059, nothing else" },
  { login: "operator@demo.test", who: "staff operator, signs in at /staff" },
  { login: "chief@demo.test", who: "staff administrator, signs in at /staff" },
] as const;
