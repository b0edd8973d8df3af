import "server-only";
import { z } from "zod";
import type { ClientActor, ContractScope } from "@/lib/auth/actor";
import type { Permission, StaffPermission } from "@/lib/auth/permissions";
import type { ActionFailure, ActionResult } from "@/lib/auth/types";
import { resolveContract, resolveStaffContract } from "@/lib/auth/scope";
import { getActor } from "@/lib/auth/session";
import { limit, type LimitName } from "@/lib/platform/rate-limit";

type Handler<Who, Input, T> = (who: Who, input: Input) => Promise<ActionResult<T>>;

/** The order every action keeps: session → rate limit → parse → work. Nobody and members of staff are refused alike. */
export function clientAction<S extends z.ZodType, T>(
  options: { schema: S; limit: LimitName },
  work: Handler<ClientActor, z.infer<S>, T>,
): (raw: z.input<S>) => Promise<ActionResult<T>> {
  return async (raw) => {
    const actor = await getActor();
    if (actor?.kind !== "client") return { ok: false, code: "signed_out" };
    const allowed = await limit(options.limit, actor.userId);
    if (!allowed.ok) return { ok: false, code: "too_many", retryAfterSeconds: allowed.retryAfterSeconds };
    const parsed = options.schema.safeParse(raw);
    if (!parsed.success) return invalid(parsed.error);
    return work(actor, parsed.data);
  };
}

const contractSchema = z.looseObject({ contract: z.string().regex(/^\d{14}$/) });

/** An action on one contract, named by `contract` (14 digits) in its input. A foreign one answers as a missing one. */
export function contractAction<S extends z.ZodType<{ contract: string }>, T>(
  options: { schema: S; limit: LimitName; permission: Permission },
  work: Handler<ContractScope, z.infer<S>, T>,
): (raw: z.input<S>) => Promise<ActionResult<T>> {
  // The right is decided before the rest is parsed, so that a stranger learns nothing from field errors.
  return clientAction({ schema: contractSchema, limit: options.limit }, async (actor, raw) => {
    const scope = resolveContract(actor, raw.contract, options.permission);
    if (typeof scope === "string") return { ok: false, code: scope };
    const parsed = options.schema.safeParse(raw);
    if (!parsed.success) return invalid(parsed.error);
    return work(scope, parsed.data);
  }) as (raw: z.input<S>) => Promise<ActionResult<T>>;
}

/** The same for the supplier's side: a member of staff with the right, on the contract named in the input. A client is refused as nobody is. */
export function staffAction<S extends z.ZodType<{ contract: string }>, T>(
  options: { schema: S; limit: LimitName; permission: StaffPermission },
  work: Handler<ContractScope, z.infer<S>, T>,
): (raw: z.input<S>) => Promise<ActionResult<T>> {
  return async (raw) => {
    const actor = await getActor();
    if (actor?.kind !== "staff") return { ok: false, code: "signed_out" };
    const allowed = await limit(options.limit, actor.userId);
    if (!allowed.ok) return { ok: false, code: "too_many", retryAfterSeconds: allowed.retryAfterSeconds };
    const named = contractSchema.safeParse(raw);
    if (!named.success) return invalid(named.error);
    const scope = await resolveStaffContract(actor, named.data.contract, options.permission);
    if (typeof scope === "string") return { ok: false, code: scope };
    const parsed = options.schema.safeParse(raw);
    if (!parsed.success) return invalid(parsed.error);
    return work(scope, parsed.data);
  };
}

/** First message of each field, by its dotted path. */
export function invalid(error: z.ZodError): ActionFailure {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) fieldErrors[issue.path.join(".")] ??= issue.message;
  return { ok: false, code: "invalid", fieldErrors };
}
