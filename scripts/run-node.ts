import { spawn } from "node:child_process";

export type Finished = { ok: boolean; output: string };

/** Runs a node program to its end and keeps what it printed; it dies with us, and at once when `signal` says so. */
export function runNode(args: string[], env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Finished> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(process.execPath, ["--import", "./scripts/exit-with-parent.mjs", ...args], {
      env: { ...env, AMPER_PARENT: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    const stop = () => void child.kill("SIGKILL");
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop);
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => chunks.push(Buffer.from(error.message)));
    child.once("close", (code) => {
      signal?.removeEventListener("abort", stop);
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString("utf8").trim() });
    });
  });
}
