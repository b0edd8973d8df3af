import { describe, expect, it } from "vitest";
import { isSameOrigin, readBody } from "@/lib/platform/upload";

const APP = "https://cabinet.example.com";

describe("isSameOrigin", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["a page of ours", { "sec-fetch-site": "same-origin" }, true],
    ["another site", { "sec-fetch-site": "cross-site" }, false],
    ["a neighbour under one domain", { "sec-fetch-site": "same-site" }, false],
    ["an address typed by a person", { "sec-fetch-site": "none" }, false],
    ["another site that names our origin", { "sec-fetch-site": "cross-site", origin: APP }, false],
    ["our origin", { origin: APP }, true],
    ["the host that was asked", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" }, true],
    ["another port", { origin: "http://10.0.0.5:3001", host: "10.0.0.5:3000" }, false],
    ["another origin", { origin: "https://evil.example.com", host: "cabinet.example.com" }, false],
    ["a name that begins like ours", { origin: "https://cabinet.example.com.evil.example" }, false],
    ["a hidden origin", { origin: "null" }, false],
    ["nobody", {}, false],
  ])("%s", (_, headers, expected) => {
    expect(isSameOrigin(new Headers(headers), APP)).toBe(expected);
  });
});

function streamed(chunks: string[]) {
  const sent = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(Buffer.from(chunk));
    },
    cancel() {
      sent.cancelled = true;
    },
  });
  return { sent, request: new Request(APP, { method: "POST", body, duplex: "half" } as RequestInit) };
}

describe("readBody", () => {
  it("takes as much as allowed and not a byte more", async () => {
    expect((await readBody(streamed(["abc", "de"]).request, 5))?.toString()).toBe("abcde");
    const { request, sent } = streamed(["abc", "def", "ghi", "jkl"]);
    expect(await readBody(request, 5)).toBeNull();
    expect(sent.cancelled).toBe(true);
  });

  it("believes a length only when it is too long", async () => {
    const long = new Request(APP, { method: "POST", body: "x", headers: { "content-length": "100" } });
    expect(await readBody(long, 5)).toBeNull();
    expect(long.bodyUsed).toBe(false);
    const short = new Request(APP, { method: "POST", body: "abcdef", headers: { "content-length": "1" } });
    expect(await readBody(short, 5)).toBeNull();
  });

  it("reads nothing as nothing", async () => {
    expect(await readBody(new Request(APP, { method: "POST" }), 5)).toEqual(Buffer.alloc(0));
  });
});
