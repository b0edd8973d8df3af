// The entry of every npm script. Written for any Node, so that an old one gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    "Node.js " + process.versions.node + " is too old: Amper needs 20.19 or newer. Install it from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}

import("./boot-steps.mjs").then((steps) => steps.boot(process.argv.slice(2)));
