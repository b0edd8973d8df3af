import type { Edit, Edits } from "@/components/readings/entry-lines";
import { createDrafts } from "@/components/ui/use-session-draft";

function isEdit(value: unknown): value is Edit {
  if (typeof value !== "object" || value === null || !("text" in value) || !("version" in value)) return false;
  return typeof value.text === "string" && (value.version === null || typeof value.version === "number");
}

function parse(stored: unknown): Edits {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Edit] => isEdit(entry[1])));
}

export const EDIT_DRAFTS = createDrafts<Edits>({}, parse, (edits) => Object.keys(edits).length === 0);
