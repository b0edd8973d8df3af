import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskStore } from "@/lib/platform/storage/disk";
import { openFile, removeFile, storeFile } from "@/lib/platform/storage/files";
import { s3Store } from "@/lib/platform/storage/s3";
import type { Store } from "@/lib/platform/storage/store";
import { startHttpStandIn } from "@/tests/support/http-stand-in";

const BYTES = Buffer.from("показания\n".repeat(20_000));
const META = { name: "Показания.xlsx", mediaType: "application/octet-stream", maxBytes: 1_000_000 };

async function* chunks(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function stored(store: Store, name = META.name) {
  const result = await storeFile(chunks(BYTES), { ...META, name }, store);
  if (!result.ok) throw new Error(result.code);
  return result.file;
}

async function roundTrip(store: Store) {
  const file = await stored(store);
  expect(file).toMatchObject({
    name: "Показания.xlsx",
    size: BigInt(BYTES.length),
    sha256: createHash("sha256").update(BYTES).digest("hex"),
  });
  const stream = await openFile(file.storageKey, store);
  if (stream === null) throw new Error("nothing stored");
  expect(BYTES.equals(await buffer(stream))).toBe(true);
  await removeFile(file.storageKey, store);
  await removeFile(file.storageKey, store);
  expect(await openFile(file.storageKey, store)).toBeNull();
}

describe("on disk", () => {
  let root: string;
  let store: Store;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "amper-storage-"));
    store = diskStore(join(root, "files"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("returns what was put and forgets what was removed", () => roundTrip(store));

  it("names files itself, whatever the person's name for them is", async () => {
    const file = await stored(store, "../../../etc/passwd\u0000.xlsx");
    expect(file.name).toBe("passwd.xlsx");
    expect(file.storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/);
    expect((await stat(join(root, "files", file.storageKey))).size).toBe(BYTES.length);
    expect(await readdir(root)).toEqual(["files"]);
  });

  it.each(["../secret", "/etc/passwd", "aa/bb/../../../x", ""])("refuses the key %j", async (key) => {
    await expect(openFile(key, store)).rejects.toThrow("Not a storage key");
    await expect(removeFile(key, store)).rejects.toThrow("Not a storage key");
  });

  it("stops reading past the limit and leaves nothing behind", async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(65_536);
      }
    }
    const result = await storeFile(endless(), { ...META, maxBytes: 200_000 }, store);
    expect(result).toEqual({ ok: false, code: "too_large" });
    expect(read).toBe(4);
    expect(await readdir(join(root, "files"), { recursive: true })).toEqual(["incoming"]);
  });

  it("leaves nothing behind when the source breaks", async () => {
    async function* broken() {
      yield Buffer.alloc(10);
      throw new Error("connection lost");
    }
    await expect(storeFile(broken(), META, store)).rejects.toThrow("connection lost");
    expect(await readdir(join(root, "files"), { recursive: true })).toEqual(["incoming"]);
  });
});

describe("in a bucket", () => {
  const options = { bucket: "amper-files", region: "ru-1", accessKeyId: "key-1", secretAccessKey: "hidden-1" };
  const objects = new Map<string, Buffer>();
  const missing = {
    status: 404,
    headers: { "content-type": "application/xml" },
    body: "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>",
  };

  async function bucket() {
    const server = await startHttpStandIn(({ method, url, body }) => {
      const path = new URL(url, "http://s").pathname;
      if (method === "PUT") objects.set(path, body);
      if (method === "DELETE") objects.delete(path);
      if (method !== "GET") return { status: method === "PUT" ? 200 : 204 };
      const found = objects.get(path);
      return found === undefined ? missing : { status: 200, body: found };
    });
    return { ...server, store: s3Store({ ...options, endpoint: server.url }) };
  }

  it("returns what was put, by signed requests on the bucket's path", async () => {
    const server = await bucket();
    await roundTrip(server.store);
    expect(server.seen.map(({ method }) => method)).toEqual(["PUT", "GET", "DELETE", "DELETE", "GET"]);
    for (const { url, headers } of server.seen) {
      expect(url).toMatch(/^\/amper-files\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f-]{36}/);
      expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key-1\/\d{8}\/ru-1\/s3\/aws4_request/);
      expect(JSON.stringify(headers)).not.toContain("hidden-1");
    }
    expect(server.seen[0]?.headers["content-length"]).toBe(String(BYTES.length));
    await server.stop();
  });

  it("says so when the bucket refuses, and removes the temporary file", async () => {
    const server = await startHttpStandIn(() => ({ status: 403, body: "<Error><Code>AccessDenied</Code></Error>" }));
    const root = await mkdtemp(join(tmpdir(), "amper-storage-"));
    const store = { ...s3Store({ ...options, endpoint: server.url }), spoolDir: root };
    await expect(stored(store)).rejects.toThrow();
    expect(await readdir(root)).toEqual([]);
    await rm(root, { recursive: true });
    await server.stop();
  });
});
