import { errorKinds, type ErrorCode, type ErrorKind } from '@kizuna/shared/errors/index';

export interface FieldIssue {
  /** Dotted path of the field inside the request, e.g. `name.kana`. */
  field: string;
  code: ErrorCode;
}

export interface ErrorDetail {
  field?: string;
  params?: Record<string, string | number>;
  issues?: FieldIssue[];
}

/** A refusal with an error code from the dictionary (packages/shared/src/errors). The exception filter sends it. */
export class DomainError extends Error {
  readonly kind: ErrorKind;

  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.kind = errorKinds[code];
  }
}
