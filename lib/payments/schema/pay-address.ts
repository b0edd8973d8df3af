import { z } from "zod";

const billNumber = z.string().trim().min(1).max(40);
/** One value, or the same key several times. */
const listed = z.preprocess((value) => (value === undefined ? undefined : [value].flat()), z.array(z.string().max(40)).max(1000).optional());

/** The address of «Реквизиты оплаты»; what cannot be read means the whole debt. */
export const payAddressSchema = z.object({
  contract: z.string().optional().catch(undefined),
  bill: billNumber.optional().catch(undefined),
  bills: listed.catch(undefined).transform((numbers) => numbers?.filter((number) => number !== "")),
  amount: z.string().max(64).optional().catch(undefined),
});
