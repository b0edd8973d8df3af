// npm run payments-diagram: draws the machines of docs/payments.md from their tables.
import { readFileSync, writeFileSync } from "node:fs";
import { withDiagrams } from "./draw-steps";

const FILE = "docs/payments.md";
writeFileSync(FILE, withDiagrams(readFileSync(FILE, "utf8")));
