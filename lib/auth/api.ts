import "server-only";
import type { ClientActor, ContractScope } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { resolveContract } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";

const WORDS = {
  401: "Войдите в личный кабинет ещё раз",
  403: "Ваша роль на этом договоре не позволяет это сделать",
  404: "Такого договора нет, или у вас нет к нему доступа",
} as const;

function refuse(status: keyof typeof WORDS): Response {
  return Response.json({ code: status, message: WORDS[status] }, { status, headers: { "Cache-Control": "no-store" } });
}

/** For route handlers: the client's actor, or the answer to send instead. */
export async function clientOrRefusal(): Promise<ClientActor | Response> {
  const actor = await getActor();
  return actor?.kind === "client" ? actor : refuse(401);
}

/** For route handlers: the scope of one contract, or the answer to send instead. */
export async function scopeOrRefusal(contract: string | null, permission: Permission): Promise<ContractScope | Response> {
  const actor = await clientOrRefusal();
  if (actor instanceof Response) return actor;
  const scope = resolveContract(actor, contract ?? "", permission);
  if (typeof scope === "string") return refuse(scope === "missing" ? 404 : 403);
  return scope;
}
