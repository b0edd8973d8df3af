import { Badge } from "@/components/ui/badge";
import { STATUS_NAMES } from "@/lib/readings/constants";
import type { FormFacility } from "@/lib/readings/types";

export function FacilityState({ status, sent, missing, registers, sentAt }: FormFacility) {
  if (status !== "awaiting") return <Badge tone={status === "accepted" ? "good" : "neutral"}>{STATUS_NAMES[status]}</Badge>;
  if (sent === 0) return <Badge tone="warning">{STATUS_NAMES.awaiting}</Badge>;
  if (missing > 0) return <Badge tone="warning">{`Переданы ${sent} из ${registers}`}</Badge>;
  return <Badge tone="good">{`✓ Переданы${sentAt === null ? "" : ` ${sentAt}`}`}</Badge>;
}
