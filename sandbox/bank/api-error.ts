import { randomUUID } from "node:crypto";

type ErrorCode = "invalid_request" | "invalid_credentials" | "not_found" | "internal_server_error";

/** An answer of the bank that is an error; thrown anywhere below the router. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly parameter: string | undefined;

  constructor(status: number, code: ErrorCode, description: string, parameter?: string) {
    super(description);
    this.status = status;
    this.code = code;
    this.parameter = parameter;
  }

  get body(): object {
    const { code, message: description, parameter } = this;
    return { type: "error", id: randomUUID(), code, description, ...(parameter !== undefined && { parameter }) };
  }
}

export const invalid = (description: string, parameter?: string) => new ApiError(400, "invalid_request", description, parameter);
export const notFound = (what: string) => new ApiError(404, "not_found", `${what} doesn't exist or access denied`);
export const internal = () => new ApiError(500, "internal_server_error", "Internal server error");
