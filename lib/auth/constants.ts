/** How long a session lives from sign-in, seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;
/** How long the proof of passed factors may wait to become a session, ms. */
export const SIGN_IN_TICKET_MS = 60_000;
/** How long an invitation link works, ms. */
export const INVITE_TICKET_MS = 24 * 3600_000;
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;
