import { z } from "zod";
import { MAX_READING_TEXT, MAX_REGISTERS } from "@/lib/readings/constants";

const readingEntrySchema = z.object({
  registerId: z.uuid(),
  text: z.string().max(MAX_READING_TEXT),
  version: z.int().positive().nullable(),
});

/** One submission by form; `clientKey` makes a repetition give the same receipt. */
export const submitReadingsSchema = z
  .object({
    contract: z.string().regex(/^\d{14}$/),
    periodId: z.uuid(),
    clientKey: z.uuid(),
    entries: z.array(readingEntrySchema).min(1).max(MAX_REGISTERS),
  })
  .refine(({ entries }) => new Set(entries.map(({ registerId }) => registerId)).size === entries.length, { path: ["entries"] });

/** The address of «Показания»; what cannot be read means the widest choice. */
export const readingsAddressSchema = z.object({
  contract: z.string().optional().catch(undefined),
  state: z.enum(["all", "sent", "unsent"]).catch("all"),
  facility: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** One stored preview of a file. */
export const uploadSchema = z.object({ id: z.uuid() });

const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** The address of a preview: pages of the rows to send and of the wrong ones. */
export const uploadAddressSchema = z.object({ page: pageNumber, wrong: pageNumber });
