import { expect, it } from "vitest";
import { refuseDemonstration, StartProblem } from "@/scripts/start-checks";
import { loadDemonstration } from "@/scripts/seed-load";

it("lets a real start use an empty database and refuses one that holds published passwords", async () => {
  const url = process.env.DATABASE_URL ?? "";
  await refuseDemonstration(url);
  await loadDemonstration();
  await expect(refuseDemonstration(url)).rejects.toThrow(StartProblem);
}, 60_000);
