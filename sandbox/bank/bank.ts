import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { makeClock } from "./clock";
import type { Bank } from "./context";
import { type Control, makeControl } from "./control";
import { makeFaults } from "./faults";
import { makeNotifier } from "./notifications";
import { deadlineOf, expirePayments } from "./payments";
import { settleRefunds } from "./refunds";
import { makeHandler } from "./router";
import type { BankOptions } from "./settings";
import { loadState, makeSaver } from "./state-file";

const LONGEST_SLEEP_MS = 60_000;

export type RunningBank = { url: string; control: Control; stop: () => Promise<void> };

/** Starts a bank in this process; `server.ts` does so in a process of its own. */
export async function startBank(options: BankOptions = {}): Promise<RunningBank> {
  const { host = "127.0.0.1", port = 0, log = () => undefined, stateFile, limits = {} } = options;
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

  const { state, advanced } = loadState(stateFile, log);
  const clock = makeClock(options.now, options.frozen ?? false, advanced);
  const faults = makeFaults();
  const save = makeSaver(stateFile, () => ({ state, advanced: clock.advanced }));
  const stopping = new AbortController();
  let alarm: NodeJS.Timeout | undefined;
  let woken = false;
  let dirty = false;

  const notifier = makeNotifier({ state, clock, faults, url: options.notifyUrl, changed, log });
  const bank: Bank = {
    shopId: options.shopId ?? "demo-shop",
    secret: options.secret ?? "demo-secret",
    publicUrl: options.publicUrl ?? url,
    limits,
    clock,
    state,
    faults,
    announce: notifier.announce,
  };

  function tick(): void {
    expirePayments(bank);
    settleRefunds(bank);
  }

  /** Lets time and changes take effect once the present step is over, however often it is told. */
  function wake(): void {
    if (woken || stopping.signal.aborted) return;
    woken = true;
    setImmediate(() => {
      woken = false;
      if (stopping.signal.aborted) return;
      tick();
      notifier.pump();
      setAlarm();
      if (dirty) save().catch(() => log("The state file cannot be written"));
      dirty = false;
    });
  }

  function changed(): void {
    dirty = true;
    wake();
  }

  function setAlarm(): void {
    clearTimeout(alarm);
    if (clock.frozen) return;
    const deadlines = [...state.payments.values()].map(deadlineOf);
    const settlings = [...state.refunds.values()].map(({ settlesAt }) => settlesAt);
    const first = [...deadlines, ...settlings, notifier.nextDue()].filter((moment) => moment !== undefined).toSorted()[0];
    if (first === undefined) return;
    const delay = Date.parse(first) - clock.now().getTime();
    alarm = setTimeout(wake, Math.min(Math.max(delay, 1), LONGEST_SLEEP_MS)).unref();
  }

  const control = makeControl(bank, notifier, changed);
  const handle = makeHandler({ bank, control, save, forge: notifier.forge, tick, stopping: stopping.signal, log });
  server.on("request", (request, response) => void handle(request, response).then(wake));
  wake();

  return {
    url,
    control,
    stop: async () => {
      stopping.abort();
      clearTimeout(alarm);
      server.closeAllConnections();
      server.close();
      await Promise.all([once(server, "close"), notifier.stop()]);
      await save();
    },
  };
}
