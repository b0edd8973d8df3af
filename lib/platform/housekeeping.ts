import "server-only";
import { z } from "zod";
import { jobKind } from "@/lib/platform/job-kind";
import { defineJob } from "@/lib/platform/jobs";
import { deleteExpiredLimits } from "@/lib/platform/rate-limit";

const cleanLimitsKind = jobKind("limits.clean", z.object({}), { retryLimit: 0 });

export const cleanLimitsJob = defineJob(cleanLimitsKind, deleteExpiredLimits, { cron: "7 * * * *" });
