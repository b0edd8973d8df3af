import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated database every test file copies. */
    templateUrl: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = fork(fileURLToPath(new URL("./postgres-server.ts", import.meta.url)), [], {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  const exited = once(server, "exit");
  const failed = exited.then(([code]) => {
    throw new Error(`The database for tests did not start (exit code ${String(code)}).`);
  });
  const [url] = (await Promise.race([once(server, "message"), failed])) as [string];
  failed.catch(() => undefined);
  project.provide("templateUrl", url);
  return async () => {
    server.disconnect();
    await exited;
  };
}
