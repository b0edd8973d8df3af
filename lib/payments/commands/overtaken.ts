import "server-only";

/** Somebody else changed the row between reading and writing: what this transaction decided no longer holds. */
export class Overtaken extends Error {}

const ATTEMPTS = 5;

/** Decides again on what is stored now. */
export async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Overtaken) || left === 0) throw error;
    }
  }
}
