import "server-only";
import type { ContractScope } from "@/lib/auth/actor";

/** The restriction as an SQL array; null: none. */
export function facilityIds(scope: ContractScope): string[] | null {
  return scope.facilityIds === "all" ? null : [...scope.facilityIds];
}
