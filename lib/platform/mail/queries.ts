import "server-only";
import { z } from "zod";
import { db } from "@/lib/db/client";

const LIST_SIZE = 100;

const NEWEST_FIRST = [{ createdAt: "desc" as const }, { id: "desc" as const }];

/** The local mailbox. Letters hold sign-in links, so only a demonstration may show them. */
export async function listMail(recipient?: string) {
  return db.mail.findMany({
    where: recipient === undefined ? {} : { recipient },
    orderBy: NEWEST_FIRST,
    take: LIST_SIZE,
    select: { id: true, recipient: true, subject: true, status: true, createdAt: true },
  });
}

export async function getMail(id: string) {
  return z.uuid().safeParse(id).success ? db.mail.findUnique({ where: { id } }) : null;
}
