import type { ApiError, ResponseParameters } from "grammy/types";

/**
 * A request the server refuses, in the words of the real one.
 * Source: core.telegram.org/bots/api#making-requests (`error_code`, `description`, `parameters`).
 */
export class ApiFailure extends Error {
  readonly status: number;
  readonly parameters: ResponseParameters | null;

  constructor(status: number, description: string, parameters: ResponseParameters | null = null) {
    super(description);
    this.name = "ApiFailure";
    this.status = status;
    this.parameters = parameters;
  }

  toResponse(): ApiError {
    const parameters = this.parameters === null ? {} : { parameters: this.parameters };
    return { ok: false, error_code: this.status, description: this.message, ...parameters };
  }
}

export const badRequest = (what: string) => new ApiFailure(400, `Bad Request: ${what}`);
export const unauthorized = () => new ApiFailure(401, "Unauthorized");
export const forbidden = (what: string) => new ApiFailure(403, `Forbidden: ${what}`);
export const notFound = () => new ApiFailure(404, "Not Found");
export const conflict = (what: string) => new ApiFailure(409, `Conflict: ${what}`);
export const entityTooLarge = () => new ApiFailure(413, "Request Entity Too Large");
export const tooManyRequests = (retryAfter: number) =>
  new ApiFailure(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
