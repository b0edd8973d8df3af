import { findChromium, installChromium } from "../tests/support/browser";

const found = findChromium() ?? installChromium();
if (found === undefined) {
  console.error("No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.");
  process.exitCode = 1;
} else {
  console.log(found);
}
