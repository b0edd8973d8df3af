import { describe, expect, it } from "vitest";
import { unpackArchive } from "@/lib/platform/archive";
import { makeZip, type ZipEntry } from "@/tests/support/zip";

const LIMITS = { maxUnpackedBytes: 1_000_000, maxRatio: 200, maxEntries: 10 };
const everything = () => true;
const unpack = (entries: ZipEntry[], limits = LIMITS) => unpackArchive(makeZip(entries), limits, everything);
const noise = (length: number) => Array.from({ length }, (_, index) => String.fromCharCode(97 + ((index * index * 7 + index) % 26))).join("");

describe("unpackArchive", () => {
  it("unpacks what is wanted and nothing else", async () => {
    const zip = makeZip([{ name: "a.xml", content: "один" }, { name: "b.bin", content: "two" }, { name: "c/", content: "" }, { name: "d.xml", content: "stored", method: 0 }]);
    const result = await unpackArchive(zip, LIMITS, (name) => name.endsWith(".xml"));
    expect(result.ok && [...result.files].map(([name, content]) => [name, content.toString()])).toEqual([["a.xml", "один"], ["d.xml", "stored"]]);
  });

  it("takes an empty entry", async () => {
    const result = await unpack([{ name: "a", content: "" }]);
    expect(result.ok && result.files.get("a")?.length).toBe(0);
  });

  it.each<[string, ZipEntry[], string]>([
    ["a ratio above the limit", [{ name: "a", content: Buffer.alloc(900_000) }], "too_big"],
    ["a declared total above the limit", [{ name: "a", content: noise(600_000) }, { name: "b", content: noise(600_000) }], "too_big"],
    ["a declared size of 4 GB", [{ name: "a", content: "x", claimedSize: 0xfffffffe }], "too_big"],
    ["too many entries", Array.from({ length: 11 }, (_, index) => ({ name: `${index}`, content: "x" })), "too_big"],
    ["an entry larger than it declares", [{ name: "a", content: Buffer.alloc(5_000_000), claimedSize: 100 }], "broken"],
    ["an entry smaller than it declares", [{ name: "a", content: noise(100), claimedSize: 200 }], "broken"],
    ["a stored entry that lies", [{ name: "a", content: "abc", method: 0, claimedSize: 2 }], "broken"],
    ["an entry that claims to be empty", [{ name: "a", content: "abc", claimedSize: 0 }], "broken"],
    ["an encrypted entry", [{ name: "a", content: "x", encrypted: true }], "encrypted"],
    ["two entries of one name", [{ name: "a", content: "x" }, { name: "A", content: "y" }], "broken"],
    ["a name that climbs out", [{ name: "../../etc/passwd", content: "x" }], "broken"],
    ["an absolute name", [{ name: "/etc/passwd", content: "x" }], "broken"],
    ["an unknown compression", [{ name: "a", content: "x", method: 12 }], "broken"],
  ])("refuses %s", async (_, entries, reason) => {
    expect(await unpack(entries)).toEqual({ ok: false, reason });
  });

  it.each([0, 1, 4, 21, 22, 60])("refuses a zip cut to %i bytes", async (length) => {
    const zip = makeZip([{ name: "a", content: noise(500) }]);
    expect(await unpackArchive(zip.subarray(0, length), LIMITS, everything)).toEqual({ ok: false, reason: "broken" });
  });

  it("refuses content that does not match its checksum", async () => {
    const zip = makeZip([{ name: "a", content: "abcdef", method: 0 }]);
    zip.write("X", zip.indexOf("abcdef"));
    expect(await unpackArchive(zip, LIMITS, everything)).toEqual({ ok: false, reason: "broken" });
  });
});
