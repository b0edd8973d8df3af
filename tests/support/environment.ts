import { ENV_VARIABLES } from "../../lib/platform/env-variables.ts";

/** The instant at which every test stands: November's submission window is open. */
export const TEST_NOW = "2026-11-21T12:00:00+03:00";

/** The machine's variables without any that changes the product: a person's shell must not change a test. */
export function machineEnvironment(): NodeJS.ProcessEnv {
  const own = new Set<string>(ENV_VARIABLES.map(({ name }) => name));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
}

export const DEMONSTRATION = { AMPER_DEMO: "1", AMPER_NOW: TEST_NOW, LOG_LEVEL: "error" };
