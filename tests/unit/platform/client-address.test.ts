import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/platform/client-address";
import { PEER_HEADER, recordPeerAddresses } from "@/lib/platform/peer-address";

describe("clientAddress", () => {
  it.each([
    // Next writes the peer into X-Forwarded-For when nobody else did.
    ["direct", "203.0.113.5", "203.0.113.5", 0, "203.0.113.5"],
    ["direct, lying", "1.1.1.1", "203.0.113.5", 0, "203.0.113.5"],
    ["one proxy", "203.0.113.5", "10.0.0.1", 1, "203.0.113.5"],
    ["one proxy, the caller lies", "1.1.1.1, 203.0.113.5", "10.0.0.1", 1, "203.0.113.5"],
    ["two proxies", "1.1.1.1, 203.0.113.5, 10.0.0.2", "10.0.0.1", 2, "203.0.113.5"],
    ["fewer entries than proxies", null, "10.0.0.1", 2, "10.0.0.1"],
    ["no peer recorded", "203.0.113.5", null, 0, "203.0.113.5"],
    ["IPv4 in IPv6", null, "::ffff:203.0.113.5", 0, "203.0.113.5"],
    ["IPv6", "[2001:db8::1]:443", "::1", 1, "2001:db8::1"],
    ["with a port", "203.0.113.5:5000", "10.0.0.1", 1, "203.0.113.5"],
    ["rubbish", "<script>", "10.0.0.1", 1, "unknown"],
    ["nothing", null, null, 0, "unknown"],
  ])("%s", (_, forwarded, peer, proxies, expected) => {
    expect(clientAddress(forwarded, peer, proxies)).toBe(expected);
  });
});

it("the peer's header is the connection's address, whatever the caller sent", async () => {
  recordPeerAddresses();
  const server = createServer((request, response) => response.end(request.headers[PEER_HEADER])).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const body = await new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", headers: { [PEER_HEADER]: "6.6.6.6" }, agent: false }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    }).on("error", reject);
  });
  expect(body).toBe("127.0.0.1");
  server.close();
});
