import { z } from "zod";

/** Number of a list's page from the address; nonsense is the first one. */
export const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1);
