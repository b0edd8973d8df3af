import output from "node:console";
import { afterEach, expect, it, vi } from "vitest";
import { redactConsole } from "@/lib/platform/console";

const untouched = { log: output.log, info: output.info, warn: output.warn, error: output.error };
afterEach(() => {
  Object.assign(output, untouched);
});

it("what others print is cleaned of secrets and keeps the rest", () => {
  const print = vi.fn();
  output.error = print;
  redactConsole();
  output.error("⨯", new Error("no anna@example.com"), { token: "t", status: 5 }, 7);
  const [sign, error, fields, figure] = print.mock.calls[0] as [string, string, object, number];
  expect([sign, fields, figure]).toEqual(["⨯", { token: "[hidden]", status: 5 }, 7]);
  expect(error).toContain("no a***@example.com");
  expect(error).toContain("console.test.ts");
});
