import { z } from "zod";

const id = z.uuid().optional().catch(undefined);
const mark = z.string().optional().catch(undefined);

/** The address of «Карты»: what has just been added, is to be removed, or was. */
export const cardsAddressSchema = z.object({ link: id, to: mark, remove: id, removed: mark, failed: mark });
