import { expect, it } from "vitest";
import { z } from "zod";
import { newClientKey } from "@/components/readings/client-key";

it("a client key is a UUID, another one each time", () => {
  const keys = Array.from({ length: 200 }, newClientKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) expect(z.uuidv4().safeParse(key).success).toBe(true);
});
