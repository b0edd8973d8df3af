import { ENV_VARIABLES } from "../../lib/platform/env-variables.ts";

/** The instant at which every test stands: November's submission window is open. */
const TEST_NOW = "2026-11-21T12:00:00+03:00";

export const DEMONSTRATION = { AMPER_DEMO: "1", AMPER_NOW: TEST_NOW, LOG_LEVEL: "error" };

/** Takes our variables out of this process and its children: a person's shell must not change a test. */
export function forgetVariables(): void {
  for (const { name } of ENV_VARIABLES) Reflect.deleteProperty(process.env, name);
}
