import { PAYMENT_STEPS, REFUND_STEPS } from "@/lib/payments/rules/machine";

/** Machines that are drawn: where each begins, its table, and what is recorded beside it. */
const MACHINES: Record<string, { first: string; steps: Record<string, readonly string[]>; corrected: string[] }> = {
  payment: { first: "created", steps: PAYMENT_STEPS, corrected: ["canceled", "expired", "failed"] },
  refund: { first: "requested", steps: REFUND_STEPS, corrected: [] },
};

function draw({ first, steps, corrected }: (typeof MACHINES)[string]): string {
  const lines = Object.entries(steps).flatMap(([from, next]) => (next.length === 0 ? [`${from} --> [*]`] : next.map((to) => `${from} --> ${to}`)));
  const corrections = corrected.map((from) => `${from} --> succeeded: correction`);
  return ["```mermaid", "stateDiagram-v2", ...[`[*] --> ${first}`, ...lines, ...corrections].map((line) => `  ${line}`), "```"].join("\n");
}

/** The text with every diagram between its markers drawn anew. */
export function withDiagrams(text: string): string {
  return Object.entries(MACHINES).reduce((drawn, [name, machine]) => {
    const [begin, end] = [`<!-- steps of a ${name} -->`, `<!-- end of steps of a ${name} -->`];
    const [before, rest] = drawn.split(begin);
    const [, after] = rest?.split(end) ?? [];
    if (before === undefined || after === undefined) throw new Error(`The markers “${begin}” and “${end}” are missing.`);
    return `${before}${begin}\n${draw(machine)}\n${end}${after}`;
  }, text);
}
