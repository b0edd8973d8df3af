import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ApiError, notFound } from "./api-error";
import { captureBody, createPaymentBody, createRefundBody, parseBody } from "./bodies";
import type { Bank } from "./context";
import type { Operation } from "./faults";
import { readJson } from "./http-messages";
import { answerOnce } from "./idempotence";
import { listPayments, listRefunds } from "./lists";
import { showPayment, showRefund } from "./objects";
import { cancelPayment, capturePayment, createPayment, getPayment } from "./payments";
import { createRefund, getRefund } from "./refunds";

type Asked = { id: string; query: URLSearchParams; body: unknown };
type Route = { method: "GET" | "POST"; path: RegExp; operation: Operation; run: (bank: Bank, asked: Asked) => object };

const ROUTES: Route[] = [
  {
    method: "POST",
    path: /^\/v3\/payments$/,
    operation: "create",
    run: (bank, { body }) => showPayment(bank, createPayment(bank, parseBody(createPaymentBody, body))),
  },
  {
    method: "GET",
    path: /^\/v3\/payments$/,
    operation: "list",
    run: (bank, { query }) => listPayments(bank.state.payments.values(), query, (payment) => showPayment(bank, payment)),
  },
  { method: "GET", path: /^\/v3\/payments\/([^/]+)$/, operation: "get", run: (bank, { id }) => showPayment(bank, getPayment(bank, id)) },
  {
    method: "POST",
    path: /^\/v3\/payments\/([^/]+)\/capture$/,
    operation: "capture",
    run: (bank, { id, body }) => {
      const payment = getPayment(bank, id);
      capturePayment(bank, payment, parseBody(captureBody, body).amount?.value);
      return showPayment(bank, payment);
    },
  },
  {
    method: "POST",
    path: /^\/v3\/payments\/([^/]+)\/cancel$/,
    operation: "cancel",
    run: (bank, { id }) => {
      const payment = getPayment(bank, id);
      cancelPayment(bank, payment);
      return showPayment(bank, payment);
    },
  },
  {
    method: "POST",
    path: /^\/v3\/refunds$/,
    operation: "refund",
    run: (bank, { body }) => showRefund(createRefund(bank, parseBody(createRefundBody, body))),
  },
  {
    method: "GET",
    path: /^\/v3\/refunds$/,
    operation: "list",
    run: (bank, { query }) => listRefunds(bank.state.refunds.values(), query, showRefund),
  },
  { method: "GET", path: /^\/v3\/refunds\/([^/]+)$/, operation: "get", run: (bank, { id }) => showRefund(getRefund(bank, id)) },
];

const digest = (text: string) => createHash("sha256").update(text).digest();

function checkCredentials(bank: Bank, header = ""): void {
  const [, encoded = ""] = /^Basic (\S+)$/i.exec(header) ?? [];
  const given = digest(Buffer.from(encoded, "base64").toString());
  if (timingSafeEqual(given, digest(`${bank.shopId}:${bank.secret}`))) return;
  throw new ApiError(401, "invalid_credentials", "Error in shopId or secret key. Check their validity.");
}

/** A request that was understood: what it does, and a way to do it. */
export type Call = { operation: Operation; run: () => object };

export async function readCall(bank: Bank, request: IncomingMessage, url: URL): Promise<Call> {
  checkCredentials(bank, request.headers.authorization);
  const known = ROUTES.filter(({ path }) => path.test(url.pathname));
  const route = known.find(({ method }) => method === request.method);
  if (route === undefined) throw known.length === 0 ? notFound("Resource") : new ApiError(405, "invalid_request", "Method is not allowed");
  const [, id = ""] = route.path.exec(url.pathname) ?? [];
  const { operation, run } = route;
  if (route.method === "GET") return { operation, run: () => run(bank, { id, query: url.searchParams, body: {} }) };
  const body = await readJson(request);
  const key = request.headers["idempotence-key"]?.toString();
  const once = () => run(bank, { id, query: url.searchParams, body });
  return { operation, run: () => answerOnce(bank, key, { path: url.pathname, body }, once) };
}
