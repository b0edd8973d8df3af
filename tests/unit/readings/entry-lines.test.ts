import { describe, expect, it } from "vitest";
import { saysTheSame, sentText, textOf, withoutSent } from "@/components/readings/entry-lines";
import { entryLine } from "@/tests/support/entry-lines";

const sent = entryLine({ registerId: "sent", current: { value: "12442.5", version: 1 } });
const empty = entryLine({ registerId: "empty" });

describe("a field", () => {
  it("nobody touched holds what was sent", () => {
    expect(sentText(sent)).toBe("12\u00a0442,5");
    expect(textOf(empty, {})).toBe("");
    expect(textOf(sent, { sent: { text: "12443", version: 1 } })).toBe("12443");
  });

  it.each([
    ["12442,50", true],
    ["12 442.5", true],
    ["12443", false],
    ["", false],
    ["x", false],
  ])("with %j says what was sent: %s", (text, same) => {
    expect(saysTheSame(sent, text)).toBe(same);
  });

  it("emptied says the same only where nothing was sent", () => {
    expect(saysTheSame(empty, " ")).toBe(true);
  });
});

describe("edits the server knows", () => {
  it("go; those of other pages and of other values stay", () => {
    const other = { text: "1", version: null };
    const changed = { text: "12443", version: 1 };
    expect(withoutSent({ sent: { text: "12442.5", version: null }, elsewhere: other }, [sent, empty])).toEqual({ elsewhere: other });
    const kept = { sent: changed, elsewhere: other };
    expect(withoutSent(kept, [sent, empty])).toBe(kept);
  });
});
