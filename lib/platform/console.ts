import output from "node:console";
import { inspect } from "node:util";
import { redact, redactText } from "@/lib/platform/redact";

function safe(part: unknown): unknown {
  if (typeof part === "string") return redactText(part);
  if (part instanceof Error) return redactText(inspect(part));
  return part instanceof Object ? redact(part) : part;
}

/** Next and libraries print errors past the log; what they print is cleaned as well. Called once at start. */
export function redactConsole(): void {
  for (const method of ["log", "info", "warn", "error"] as const) {
    const print = output[method].bind(output);
    output[method] = (...parts: unknown[]) => print(...parts.map(safe));
  }
}
