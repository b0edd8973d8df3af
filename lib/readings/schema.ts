import { z } from "zod";
import { MAX_READING_TEXT, MAX_REGISTERS } from "@/lib/readings/constants";

const readingEntrySchema = z.object({
  registerId: z.uuid(),
  text: z.string().max(MAX_READING_TEXT),
});

/** One submission by form; `clientKey` makes a repetition give the same receipt. */
export const submitReadingsSchema = z
  .object({
    contractNumber: z.string().regex(/^\d{14}$/),
    periodId: z.uuid(),
    clientKey: z.uuid(),
    entries: z.array(readingEntrySchema).min(1).max(MAX_REGISTERS),
  })
  .refine(({ entries }) => new Set(entries.map(({ registerId }) => registerId)).size === entries.length, { path: ["entries"] });

export type SubmitReadingsInput = z.infer<typeof submitReadingsSchema>;
