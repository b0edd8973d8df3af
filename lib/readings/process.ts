import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { systemActor, type ContractScope } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { openFile, removeFile, storeFile } from "@/lib/platform/storage/files";
import { deleteExpiredUploads } from "@/lib/readings/commands/delete-expired-uploads";
import { replaceUpload, storeUpload } from "@/lib/readings/commands/store-upload";
import { commitUpload } from "@/lib/readings/commands/commit-upload";
import { REGISTER_FILE } from "@/lib/readings/constants";
import { getCurrentPeriod } from "@/lib/readings/queries/get-period";
import { getUpload } from "@/lib/readings/queries/get-upload";
import { getUploadFile } from "@/lib/readings/queries/get-upload-file";
import { listRegisterLinesAndState } from "@/lib/readings/queries/list-register-lines";
import { listRegisterNames } from "@/lib/readings/queries/list-register-names";
import { describeProblem, describeRegister } from "@/lib/readings/rules/describe-problem";
import { describeTheirs } from "@/lib/readings/rules/describe-upload";
import { windowState } from "@/lib/readings/rules/window-state";
import type { BillingPeriod, ConfirmOutcome, FilePreview, UploadOutcome } from "@/lib/readings/types";
import { previewRegisterFile } from "@/lib/readings/xlsx/upload-thread";

type SentFile = { name: string; bytes: Buffer };
type Missing = { kind: "missing" };
type Shown = { registerId: string; reason: string };
type Closed = Extract<UploadOutcome, { kind: "closed" }>;

const MISSING: Missing = { kind: "missing" };
/** How many registers a refusal names. */
const NAMED = 20;
const MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xls: "application/vnd.ms-excel",
};

async function openPeriod(scope: ContractScope): Promise<BillingPeriod | Closed> {
  const period = await getCurrentPeriod(scope);
  if (!period) return { kind: "closed", window: null };
  const window = windowState(period, now(), env.supplierTimeZone);
  return window.state === "open" ? period : { kind: "closed", window };
}

/** What stands in the way of sending readings of a contract now; null: nothing. */
export async function uploadClosed(scope: ContractScope): Promise<Closed | null> {
  const period = await openPeriod(scope);
  return "kind" in period ? period : null;
}

function preview(scope: ContractScope, period: BillingPeriod, bytes: Buffer): Promise<FilePreview> {
  return previewRegisterFile(bytes, () => listRegisterLinesAndState(scope, period));
}

/** Reads a register file, keeps it and stores what it would do; nothing is sent before it is confirmed. */
export async function uploadRegisterFile(scope: ContractScope, { name, bytes }: SentFile): Promise<UploadOutcome> {
  const period = await openPeriod(scope);
  if ("kind" in period) return period;
  const read = await preview(scope, period, bytes);
  if (!read.ok) return { kind: "refused", refusal: read.refusal };
  const mediaType = bytes[0] === 0x50 ? MEDIA_TYPES.xlsx : MEDIA_TYPES.xls;
  const stored = await storeFile(Readable.from([bytes]), { name, mediaType, maxBytes: REGISTER_FILE.maxBytes });
  if (!stored.ok) return { kind: "refused", refusal: { code: "too_big", maxBytes: REGISTER_FILE.maxBytes } };
  try {
    return { kind: "ready", id: await storeUpload(scope, stored.file, { periodId: period.id, read }) };
  } catch (error) {
    await removeFile(stored.file.storageKey);
    throw error;
  }
}

/** The same file against what has been sent meanwhile. `missing`: its preview no longer waits, or the file is gone. */
export async function refreshUpload(scopes: readonly ContractScope[], uploadId: string): Promise<UploadOutcome | Missing> {
  const found = await getUpload(scopes, uploadId);
  if (found?.upload.status !== "ready") return MISSING;
  const { scope } = found;
  const period = await openPeriod(scope);
  if ("kind" in period) return period;
  const file = await getUploadFile(scope, uploadId);
  const stream = file ? await openFile(file.storageKey) : null;
  if (!stream) return MISSING;
  const read = await preview(scope, period, await buffer(stream));
  if (!read.ok) return { kind: "refused", refusal: read.refusal };
  const id = await replaceUpload(scope, uploadId, { periodId: period.id, read });
  return id === null ? MISSING : { kind: "ready", id };
}

async function nameRegisters(scope: ContractScope, shown: Shown[], total: number): Promise<ConfirmOutcome> {
  const names = await listRegisterNames(scope, shown.map(({ registerId }) => registerId));
  const registers = shown.map(({ registerId, reason }) => {
    const name = names.get(registerId);
    return { registerId, name: name ? `${name.serialNumber} ${describeRegister(name)}` : "", reason };
  });
  return { kind: "outdated", total, registers };
}

/** Sends what an own preview shows. `outdated`: something changed since, nothing was sent, and the preview must be made again. */
export async function confirmUpload(scopes: readonly ContractScope[], uploadId: string): Promise<ConfirmOutcome | Missing> {
  const found = await getUpload(scopes, uploadId);
  if (!found) return MISSING;
  const { scope } = found;
  const outcome = await commitUpload(scope, uploadId);
  if (outcome.kind === "conflict") {
    const shown = outcome.registers.slice(0, NAMED).map((theirs) => ({ registerId: theirs.registerId, reason: describeTheirs(theirs, env.supplierTimeZone) }));
    return nameRegisters(scope, shown, outcome.registers.length);
  }
  if (outcome.kind === "refused") {
    const shown = outcome.errors.slice(0, NAMED).map(({ registerId, problem }) => ({ registerId, reason: describeProblem(problem) }));
    return nameRegisters(scope, shown, outcome.errors.length);
  }
  return outcome;
}

/** Removes uploads nobody confirmed. */
export async function expireUploads(): Promise<void> {
  const actor = systemActor("job", "readings.expire-uploads");
  while ((await deleteExpiredUploads(actor)) > 0);
}

export async function removeFiles({ storageKeys }: { storageKeys: string[] }): Promise<void> {
  for (const key of storageKeys) await removeFile(key);
}
