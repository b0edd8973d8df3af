import { parseArgs } from "node:util";
import { forgetVariables } from "../tests/support/environment";
import { type Ending, runSteps, stopAll } from "./test-run";
import { FULL_STEPS, STEPS, type Step } from "./test-steps";

const { values } = parseArgs({ options: { full: { type: "boolean" }, only: { type: "string" } } });

function choose(): Step[] {
  const all = values.full ? [...STEPS, ...FULL_STEPS] : STEPS;
  if (values.only === undefined) return all;
  const wanted = values.only.split(",").filter(Boolean);
  const unknown = wanted.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0 || wanted.length === 0) {
    console.error(`No such step: ${unknown.join(", ")}. Steps: ${all.map(({ name }) => name).join(", ")}.`);
    process.exit(1);
  }
  return all.filter(({ name }) => wanted.includes(name));
}

function show({ step, seconds, passed, failed, notes, output }: Ending): void {
  const counted = step.kind === "vitest" || step.kind === "playwright" ? `${passed} passed, ${failed} failed` : "";
  const details = [counted, ...notes].filter(Boolean).join("; ");
  console.log(`${failed > 0 ? "✗" : "✓"} ${step.name.padEnd(13)}${seconds.toFixed(1).padStart(6)} s  ${details}`.trimEnd());
  if (failed > 0 && output.trim() !== "") console.log(`\n--- ${step.name} ---\n${output.trim()}\n---\n`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));
process.on("exit", stopAll);

forgetVariables();
const steps = choose();
const partial = values.only === undefined ? "" : ` (only ${steps.map(({ name }) => name).join(", ")}; the rest was not run)`;
if (partial) console.log(`A partial run${partial}`);
const endings = await runSteps(steps, 2, show);
const sum = (key: "passed" | "failed") => endings.reduce((total, ending) => total + ending[key], 0);
const [passed, failed] = [sum("passed"), sum("failed")];
console.log(`${passed} passed, ${failed} failed${partial}`);
process.exitCode = failed > 0 || (passed === 0 && partial === "") ? 1 : 0;
