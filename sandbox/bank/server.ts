// The stand-in for the bank as a process of its own; it goes away with its parent.
import { startBank } from "./bank";
import { readOptions } from "./settings";

async function run(): Promise<void> {
  const bank = await startBank({ ...readOptions(process.env), log: (line) => console.log(line) });
  console.log(`The bank listens on ${bank.url}`);
  process.send?.({ url: bank.url });

  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    void bank.stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, leave);
  process.on("disconnect", leave);
}

run().catch((error: unknown) => {
  console.error(`The bank did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
