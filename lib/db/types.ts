import type { Prisma } from "@/lib/db/generated/client";

/** The client inside one `transact`. */
export type Tx = Prisma.TransactionClient;
