import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isProcess, killLeftover } from "./processes";
import { StartProblem } from "./start-checks";

type Record = { pid: number; address: string; stopping: boolean; children: number[] };

/** The note a running start keeps about itself, so that the next one knows what it meets. */
export type StartLock = {
  /** Whether a start that died without cleaning up was found. */
  afterCrash: boolean;
  setChildren: (children: number[]) => void;
  setStopping: () => void;
  release: () => void;
};

const SUPERVISOR = /scripts\/start\.ts/;
const CHILD = /exit-with-parent|next-server/;
// A start whose terminal or npm was killed needs a moment to notice; one that is stopping, its full ten seconds.
const NOTICE_MS = 1500;
const STOPPING_MS = 12_000;

function read(file: string): Record | undefined {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record) : undefined;
  } catch {
    // Half-written by a process that was killed.
    return undefined;
  }
}

async function waitForOther(file: string): Promise<void> {
  const began = Date.now();
  for (;;) {
    const other = read(file);
    if (other === undefined || !isProcess(other.pid, SUPERVISOR)) return;
    if (Date.now() - began > (other.stopping ? STOPPING_MS : NOTICE_MS)) {
      throw new StartProblem(`Amper already runs from this folder at ${other.address} (process ${other.pid}). Open it, or stop it first: kill ${other.pid}`);
    }
    await sleep(100);
  }
}

export async function takeStartLock(dataDir: string, port: number, address: string): Promise<StartLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, `start-${port}.json`);
  await waitForOther(file);
  const left = read(file);
  for (const pid of left?.children ?? []) killLeftover(pid, CHILD);
  const own: Record = { pid: process.pid, address, stopping: false, children: [] };
  const write = () => writeFileSync(file, JSON.stringify(own));
  write();
  return {
    afterCrash: left !== undefined,
    setChildren: (children) => {
      own.children = children;
      write();
    },
    setStopping: () => {
      own.stopping = true;
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}
