import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/browser";
import { forgetVariables } from "./tests/support/environment";
import { getStand } from "./tests/support/stand";

forgetVariables();
const stand = await getStand();

const FIRST = ["**/screens.spec.ts", "**/main-job.spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Pictures and the figures of the demonstration first: they show the stand as it was loaded, the others write into it.
  projects: [
    { name: "screens", testMatch: FIRST },
    { name: "behaviour", testIgnore: FIRST, dependencies: ["screens"] },
  ],
  use: {
    baseURL: stand.url,
    locale: "ru-RU",
    timezoneId: "Europe/Moscow",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: `"${process.execPath}" --conditions=react-server --import tsx tests/support/serve.ts`,
    url: `${stand.url}/api/health`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
