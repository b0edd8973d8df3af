// npm run readme: writes the tables of README.md from what the code knows.
import { readFileSync, writeFileSync } from "node:fs";
import { withTables } from "./readme-tables";

writeFileSync("README.md", withTables(readFileSync("README.md", "utf8")));
console.log("The tables of README.md are up to date.");
