import type { ErrorCode } from '@kizuna/shared/errors/index';

export interface ApiIssue {
  /** Path of the field in the body, `address` or `sessions.0.hall`. */
  readonly field: string;
  readonly code: ErrorCode;
}

interface ErrorBody {
  code?: ErrorCode;
  field?: string;
  params?: Record<string, string | number>;
  issues?: { field?: string; path?: (string | number)[] | string; code: ErrorCode }[];
  requestId?: string;
}

/** A refusal of the API: a word of the error dictionary with its status, never a text. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;
  readonly issues: readonly ApiIssue[];
  readonly requestId: string;

  constructor(
    readonly status: number,
    body: ErrorBody,
    requestId: string,
  ) {
    const code = body.code ?? codeOfStatus(status);
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.field = body.field;
    this.params = body.params ?? {};
    this.issues = (body.issues ?? []).map((issue) => ({ field: fieldOf(issue), code: issue.code }));
    this.requestId = body.requestId ?? requestId;
  }
}

function fieldOf(issue: { field?: string; path?: (string | number)[] | string }): string {
  const path = issue.field ?? issue.path ?? '';
  return Array.isArray(path) ? path.join('.') : path;
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'platform.unauthenticated';
  if (status === 403) return 'platform.forbidden';
  if (status === 404) return 'platform.not_found';
  if (status === 413) return 'platform.too_large';
  if (status === 429) return 'platform.limited';
  if (status === 502 || status === 503 || status === 504) return 'platform.unavailable';
  return status >= 500 ? 'platform.internal' : 'platform.invalid_input';
}
