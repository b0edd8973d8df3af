import { type AddressInfo, createServer } from "node:net";
import path from "node:path";

const USUAL_PORT = 3090;

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: taken } = probe.address() as AddressInfo;
      probe.close(() => resolve(taken));
    });
  });
}

type Cabinet = { host: string; port: number; appUrl: string; dataDir: string };
export type SandboxBank = { args: string[]; env: Record<string, string>; apiUrl: string; url: string };

/** Where the stand-in for the bank will listen, and how it and the cabinet find each other. */
export async function planBank({ host, port, appUrl, dataDir }: Cabinet, wanted = USUAL_PORT): Promise<SandboxBank> {
  const bankPort = (await tryPort(wanted, host)) ?? (await tryPort(0, host)) ?? wanted;
  const reachable = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  const here = reachable.includes(":") ? `[${reachable}]` : reachable;
  // A payer's browser comes to the bank by the name it came to the cabinet.
  const url = `http://${new URL(appUrl).hostname}:${bankPort}`;
  return {
    args: ["--import", "tsx", "sandbox/bank/server.ts"],
    url,
    apiUrl: `http://${here}:${bankPort}/v3`,
    env: {
      BANK_HOST: host,
      BANK_PORT: String(bankPort),
      BANK_PUBLIC_URL: url,
      BANK_NOTIFY_URL: `http://${here}:${port}/api/webhooks/bank`,
      BANK_STATE_FILE: path.join(dataDir, "bank.json"),
    },
  };
}
