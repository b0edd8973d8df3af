import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { clearLimit, deleteExpiredLimits, limit, LIMITS } from "@/lib/platform/rate-limit";

const { points, seconds } = LIMITS.signInAccount;

describe("limit", () => {
  it("lets exactly its points through when 50 come at once, and says when to return", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => limit("signInAccount", "anna@example.com")));
    const refused = answers.filter((answer) => !answer.ok);
    expect(answers.length - refused.length).toBe(points);
    for (const answer of refused) {
      expect(answer.retryAfterSeconds).toBeGreaterThan(0);
      expect(answer.retryAfterSeconds).toBeLessThanOrEqual(seconds);
    }
  });

  it("counts keys and names apart, and writes no key down", async () => {
    expect(await limit("signInAccount", "other@example.com")).toEqual({ ok: true });
    expect(await limit("signInAddress", "anna@example.com")).toEqual({ ok: true });
    const rows = await db.rateLimit.findMany();
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows.map(({ key }) => key))).not.toContain("example");
  });

  it("takes a key of any length", async () => {
    expect(await limit("action", "x".repeat(10_000))).toEqual({ ok: true });
  });

  it("forgets a key when asked, and windows that are over", async () => {
    await clearLimit("signInAccount", "anna@example.com");
    expect(await limit("signInAccount", "anna@example.com")).toEqual({ ok: true });
    await db.rateLimit.updateMany({ data: { expire: 1n } });
    await limit("upload", "u1");
    await deleteExpiredLimits();
    expect(await db.rateLimit.count()).toBe(1);
  });
});
