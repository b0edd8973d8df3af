import { ACCOUNTS } from "./seed-data";

/** Published on purpose: they exist in demonstrations only. */
export const DEMO_PASSWORD = ACCOUNTS.password;
export const DEMO_ACCOUNTS = ACCOUNTS.accounts.map(({ email, about }) => ({ login: email, who: about }));
