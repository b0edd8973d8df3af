const PREFIX = "amper.draft.";

/** Storage may be full or forbidden; a draft is a convenience, so typing goes on without it. */
function quietly<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.sessionStorage);
  } catch {
    return undefined;
  }
}

export function readDraft(key: string): string | null {
  return quietly((storage) => storage.getItem(PREFIX + key)) ?? null;
}

/** Null forgets it. */
export function writeDraft(key: string, text: string | null): void {
  quietly((storage) => {
    if (text === null) storage.removeItem(PREFIX + key);
    else storage.setItem(PREFIX + key, text);
  });
}

/** For a deliberate sign-out: the next person at this window finds nothing typed. */
export function forgetDrafts(): void {
  quietly((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  });
}
