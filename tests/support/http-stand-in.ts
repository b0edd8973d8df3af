import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type SeenRequest = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer };
export type GivenAnswer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/** A local HTTP server that remembers what it was asked and answers what the test says. */
export async function startHttpStandIn(answer: (request: SeenRequest) => GivenAnswer) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const known = { method, url, headers, body: Buffer.concat(chunks) };
      seen.push(known);
      const { status, headers: answered, body } = answer(known);
      response.writeHead(status, answered).end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
