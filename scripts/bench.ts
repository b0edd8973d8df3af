// npm run bench: ratios taken in one run on a production build; recorded in docs/performance.md whatever they are.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { benchFileUpload } from "./bench-file";
import { benchJavaScript } from "./bench-javascript";
import { benchPages, type Page } from "./bench-pages";
import { newFolder, removeFolder, runOnStand, signedIn, startStand } from "./bench-stand";

const RECORD = "docs/performance.md";
const PORT = 3900;

const hello: Page = { name: "hello", path: "/dev/hello", marker: "hello-world" };
const login: Page = { name: "login", path: "/login", marker: "Вход в личный кабинет" };
const payments: Page = { name: "payments", path: "/payments", marker: "1 116 218,00".replaceAll(" ", "\u00a0") };
const readingsSmall: Page = { name: "readings small", path: "/readings?contract=78010000000011", marker: "20300109" };
const readingsLarge: Page = { name: "readings 500 facilities", path: "/readings?contract=78010000000042", marker: "780100000000420001" };
const history: Page = { name: "history", path: "/history/readings?contract=78010000000011", marker: "20300109" };
const upload: Page = { name: "upload", path: "/readings/upload?contract=78010000000011", marker: "Шаблон" };

/** A clean checkout of what is committed, started twice. */
async function benchStart() {
  const checkout = newFolder();
  const folder = newFolder();
  try {
    execFileSync("git", ["clone", "--quiet", "--local", process.cwd(), checkout]);
    const cold = await startStand(folder, PORT + 1, checkout);
    await cold.stop();
    const warm = await startStand(folder, PORT + 1, checkout);
    await warm.stop();
    return { coldSeconds: Math.round(cold.startMs / 100) / 10, warmSeconds: Math.round(warm.startMs / 100) / 10 };
  } finally {
    for (const path of [checkout, folder]) removeFolder(path);
  }
}

async function benchRunning() {
  const folder = newFolder();
  const stand = await startStand(folder, PORT);
  try {
    const cookie = await signedIn(stand, "admin@demo.test");
    const operator = await signedIn(stand, "operator@demo.test");
    const staff: Page = { name: "staff", path: "/staff", marker: "78010000000011" };
    const pages = await benchPages(stand, cookie, hello, [payments, readingsSmall, readingsLarge]);
    const javascript = await benchJavaScript(stand, hello, [
      { ...login, cookie: "" },
      ...[payments, readingsSmall, readingsLarge, history, upload].map((page) => ({ ...page, cookie })),
      { ...staff, cookie: operator },
    ]);
    await runOnStand(stand, "scripts/bench-load.ts");
    const file = await benchFileUpload(stand, cookie);
    return { pages, javascript, file };
  } finally {
    await stand.stop();
    removeFolder(folder);
  }
}

function record(figures: object): void {
  const cpu = os.cpus()[0]?.model ?? "unknown processor";
  const machine = `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.version}`;
  const block = `\n## ${new Date().toISOString().slice(0, 10)}\n\n${machine}\n\n\`\`\`json\n${JSON.stringify(figures, null, 2)}\n\`\`\`\n`;
  const text = readFileSync(RECORD, "utf8");
  const at = text.indexOf("\n## ") + 1 || text.length;
  writeFileSync(RECORD, `${text.slice(0, at).trimEnd()}\n${block}\n${text.slice(at)}`.trimEnd() + "\n");
}

const figures = { ...(await benchRunning()), start: await benchStart() };
record(figures);
console.log(JSON.stringify(figures));
