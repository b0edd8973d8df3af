/** Where the receipt of a confirmed upload stands on its page. */
export const RECEIPT_ID = "receipt";
