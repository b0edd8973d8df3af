import "server-only";
import { z } from "zod";
import { jobKind } from "@/lib/platform/job-kind";

// Not repeated by the queue: the sweep comes back to whatever is still open.
const options = { retryLimit: 0, expireSeconds: 120 } as const;

export const refreshPaymentKind = jobKind("payment.refresh", z.object({ paymentId: z.uuid() }), options);
export const refreshCardLinkKind = jobKind("payment.refresh-card", z.object({ linkId: z.uuid() }), options);
