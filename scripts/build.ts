// npm run build: what npm start does by itself, for images and machines that only build.
import { buildWhenStale } from "./next-build";
import { StartProblem } from "./start-checks";

try {
  await buildWhenStale({ env: process.env, log: (line) => console.log(line) });
  console.log("The build is up to date.");
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  process.exitCode = 1;
}
