import { describe, expect, it } from "vitest";
import { readFilePart } from "@/lib/platform/multipart";

const TYPE = "multipart/form-data; boundary=b";
const part = (header: string, content: string) => `--b\r\n${header}\r\n\r\n${content}\r\n`;
const file = (name: string, content: string) => part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain`, content);
const field = part('Content-Disposition: form-data; name="kind"', "registers");
const body = (...parts: string[]) => Buffer.from(`${parts.join("")}--b--\r\n`);

async function asBrowserSends(form: FormData) {
  const sent = new Response(form);
  return { bytes: Buffer.from(await sent.arrayBuffer()), type: sent.headers.get("content-type") };
}

describe("readFilePart", () => {
  it.each(["a.xlsx", "Показания за ноябрь.xlsx", 'кавычка".xlsx', "две\r\nстроки.xlsx", "100%.xlsx"])("finds a file called %j", async (name) => {
    const form = new FormData();
    form.set("kind", "registers");
    form.set("file", new File(["\r\n--b\r\nбайты\r\n"], name));
    const { bytes, type } = await asBrowserSends(form);
    expect(readFilePart(bytes, type, "file")).toEqual({ name, bytes: Buffer.from("\r\n--b\r\nбайты\r\n") });
  });

  it("takes the file wherever it stands and an empty one as empty", () => {
    expect(readFilePart(body(file("a", "x"), field), TYPE, "file")).toMatchObject({ name: "a", bytes: Buffer.from("x") });
    expect(readFilePart(body(field, file("a", "x")), TYPE, "file")).toMatchObject({ name: "a" });
    expect(readFilePart(body(file("", "")), TYPE, "file")).toEqual({ name: "", bytes: Buffer.alloc(0) });
    expect(readFilePart(body(file("a", "")), TYPE, "file")).toMatchObject({ bytes: Buffer.alloc(0) });
    expect(readFilePart(body(file("a", "x")), 'Multipart/Form-Data; charset=utf-8; boundary="b"', "file")).toMatchObject({ name: "a" });
  });

  it.each<[string, Buffer, string | null]>([
    ["another type", body(file("a", "x")), "application/json"],
    ["no type", body(file("a", "x")), null],
    ["no boundary", body(file("a", "x")), "multipart/form-data"],
    ["another boundary", body(file("a", "x")), "multipart/form-data; boundary=c"],
    ["nothing", Buffer.alloc(0), TYPE],
    ["another field", body(field), TYPE],
    ["a field without a file name", body(part('Content-Disposition: form-data; name="file"', "x")), TYPE],
    ["a part without an end", Buffer.from(`${file("a", "x").slice(0, -2)}`), TYPE],
    ["a part without content", Buffer.from("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n--b--"), TYPE],
    ["a header without an end", body(part(`X: ${"x".repeat(9000)}\r\nContent-Disposition: form-data; name="file"; filename="a"`, "x")), TYPE],
    ["the file behind many parts", body(...Array.from({ length: 20 }, () => field), file("a", "x")), TYPE],
  ])("finds none in %s", (_, bytes, type) => {
    expect(readFilePart(bytes, type, "file")).toBeNull();
  });

  it("is quick with a body of nothing but delimiters", () => {
    const started = performance.now();
    expect(readFilePart(Buffer.from("\r\n--b".repeat(2_000_000)), TYPE, "file")).toBeNull();
    expect(performance.now() - started).toBeLessThan(200);
  });
});
