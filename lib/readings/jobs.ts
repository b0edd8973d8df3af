import "server-only";
import { z } from "zod";
import { jobKind } from "@/lib/platform/job-kind";
import { defineJob, type JobDefinition } from "@/lib/platform/jobs";
import { removeFilesKind } from "@/lib/readings/commands/delete-expired-uploads";
import { expireUploads, removeFiles } from "@/lib/readings/process";

const expireUploadsKind = jobKind("readings.expire-uploads", z.object({}));

export function readingsJobs(): JobDefinition[] {
  return [defineJob(expireUploadsKind, expireUploads, { cron: "23 * * * *" }), defineJob(removeFilesKind, removeFiles)];
}
