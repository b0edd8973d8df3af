export const STAFF_CONTRACTS_PER_PAGE = 50;
export const STAFF_METERS_PER_PAGE = 50;
export const STAFF_SUBMISSIONS_PER_PAGE = 50;

/** I–VI as clients read them. */
export const PRICE_CATEGORY_NAMES = ["", "I", "II", "III", "IV", "V", "VI"] as const;
