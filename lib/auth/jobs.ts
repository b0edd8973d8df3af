import "server-only";
import { z } from "zod";
import { removeExpired } from "@/lib/auth/commands";
import { jobKind } from "@/lib/platform/job-kind";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs";

const cleaning = jobKind("auth.clean", z.object({}));

export function authJobs(): JobDefinition[] {
  return [defineJob(cleaning, async () => void (await removeExpired()), { cron: "17 3 * * *" })];
}
