import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

type SeenMessage = { from: string; to: string[]; data: string };

/** Enough of RFC 5321 to take a letter; `refuse` answers a recipient with another line than 250. */
export async function startSmtpServer(refuse: (recipient: string) => string | undefined = () => undefined) {
  const messages: SeenMessage[] = [];
  const sockets = new Set<Socket>();

  function converse(socket: Socket): void {
    let message: SeenMessage = { from: "", to: [], data: "" };
    let pending = "";
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);

    function command(line: string): void {
      const address = /<(.*)>/.exec(line)?.[1] ?? "";
      if (/^EHLO/i.test(line)) say("250 stand-in");
      else if (/^MAIL FROM/i.test(line)) {
        message = { from: address, to: [], data: "" };
        say("250 ok");
      } else if (/^RCPT TO/i.test(line)) {
        const refusal = refuse(address);
        if (refusal === undefined) message.to.push(address);
        say(refusal ?? "250 ok");
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) {
        say("221 bye");
        socket.end();
      } else say("250 ok");
    }

    function take(line: string): void {
      if (!inData) return command(line);
      if (line !== ".") {
        message.data += `${line.startsWith(".") ? line.slice(1) : line}\r\n`;
        return;
      }
      inData = false;
      messages.push(message);
      say("250 queued");
    }

    socket.on("data", (chunk) => {
      pending += chunk.toString("utf8");
      const lines = pending.split("\r\n");
      pending = lines.pop() ?? "";
      for (const line of lines) take(line);
    });
    socket.on("error", () => undefined);
    say("220 stand-in");
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    converse(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
