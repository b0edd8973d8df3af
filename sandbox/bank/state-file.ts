import { existsSync, readFileSync, renameSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type BankState, type NotificationRecord, type Payment, type Refund, type SavedMethod, type StoredAnswer, emptyState } from "./records";

type Kept = { state: BankState; advanced: number };
type Stored = {
  version: 1;
  sequence: number;
  advanced: number;
  payments: Payment[];
  refunds: Refund[];
  methods: SavedMethod[];
  answers: [string, StoredAnswer][];
  notifications: NotificationRecord[];
};

function write({ state, advanced }: Kept): string {
  const stored: Stored = {
    version: 1,
    sequence: state.sequence,
    advanced,
    payments: [...state.payments.values()],
    refunds: [...state.refunds.values()],
    methods: [...state.methods.values()],
    answers: [...state.answers],
    notifications: state.notifications,
  };
  return JSON.stringify(stored);
}

function read(text: string): Kept {
  const stored = JSON.parse(text) as Partial<Stored>;
  if (stored.version !== 1) throw new Error("another version");
  const { sequence = 0, advanced = 0, payments = [], refunds = [], methods = [], answers = [], notifications = [] } = stored;
  const state: BankState = {
    sequence,
    payments: new Map(payments.map((payment) => [payment.id, payment])),
    refunds: new Map(refunds.map((refund) => [refund.id, refund])),
    methods: new Map(methods.map((saved) => [saved.method.id, saved])),
    answers: new Map(answers),
    notifications,
  };
  return { state, advanced };
}

/** What a bank that was killed had written; a file that cannot be read is put aside. */
export function loadState(file: string | undefined, log: (line: string) => void): Kept {
  const fresh = () => ({ state: emptyState(), advanced: 0 });
  if (file === undefined || !existsSync(file)) return fresh();
  try {
    return read(readFileSync(file, "utf8"));
  } catch {
    log("The state file cannot be read; it is put aside and the bank starts empty");
    renameSync(file, `${file}.broken`);
    return fresh();
  }
}

/** Writes the whole state to a new file and renames it; calls made while a write is under way share the next one. */
export function makeSaver(file: string | undefined, take: () => Kept): () => Promise<void> {
  if (file === undefined) return () => Promise.resolve();
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  async function store(target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(`${target}.new`, write(take()), { mode: 0o600 });
    await rename(`${target}.new`, target);
  }

  function save(target: string): Promise<void> {
    if (running !== undefined) {
      following ??= running
        .catch(() => undefined)
        .then(() => {
          following = undefined;
          return save(target);
        });
      return following;
    }
    running = store(target).finally(() => {
      running = undefined;
    });
    return running;
  }

  return () => save(file);
}
