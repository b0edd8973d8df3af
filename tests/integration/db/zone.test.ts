import { Client } from "pg";
import { expect, it } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transact";

it("keeps moments exact on a database whose own zone is not UTC", async () => {
  const url = new URL(process.env.DATABASE_URL ?? "");
  const plain = new Client({ connectionString: url.href });
  await plain.connect();
  await plain.query(`ALTER DATABASE ${url.pathname.slice(1)} SET timezone = 'Asia/Tokyo'`);
  const at = new Date("2026-11-21T09:00:00.123Z");
  await transact(systemActor("job", "test"), async (tx) => {
    await tx.heartbeat.create({ data: { name: "model", at } });
    await tx.$executeRaw`INSERT INTO heartbeats (name, at) VALUES ('raw', ${at})`;
    return { result: undefined, audit: [] };
  });
  const { rows } = await plain.query<{ at: Date }>("SELECT at FROM heartbeats WHERE name IN ('model', 'raw')");
  expect(rows.map((row) => row.at.toISOString())).toEqual([at.toISOString(), at.toISOString()]);
  expect((await db.heartbeat.findUniqueOrThrow({ where: { name: "model" } })).at).toEqual(at);
  await plain.end();
});
