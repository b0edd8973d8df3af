import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { DEMONSTRATION, forgetVariables } from "./tests/support/environment.ts";

forgetVariables();

const withDatabase = {
  globalSetup: "tests/support/integration-setup.ts",
  setupFiles: "tests/support/database.ts",
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Worker threads inherit these; without tsx they could not load our modules.
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    env: DEMONSTRATION,
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 30_000 } },
      {
        extends: true,
        test: { ...withDatabase, name: "integration", include: ["tests/integration/**/*.test.ts"], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: { ...withDatabase, name: "full", include: ["tests/full/**/*.test.ts"], testTimeout: 30 * 60_000 },
      },
    ],
  },
});
