/** Ties «Все документы» over the column to its tick. */
export const allBillsId = (contract: string) => `all-${contract}`;
