import { statusOfKind, type ErrorCode } from '@kizuna/shared/errors/index';
import { HttpException } from '@nestjs/common';

import { meaningOfConstraint } from '../database/constraints.js';
import { constraintOf, isDatabaseUnavailable, sqlStateOf } from '../database/sql-state.js';
import { DomainError, type ErrorDetail } from './domain-error.js';

/** The response body: an error code and its detail, never text. */
export interface Problem extends ErrorDetail {
  status: number;
  code: ErrorCode;
  /** Whether it is our bug and is logged with its stack. */
  unexpected: boolean;
}

/** Statuses with which Fastify and Nest themselves refuse requests before a handler runs. */
const codeOfStatus: Record<number, ErrorCode> = {
  400: 'platform.invalid_input',
  401: 'platform.unauthenticated',
  403: 'platform.forbidden',
  404: 'platform.not_found',
  405: 'platform.not_found',
  406: 'platform.not_found',
  408: 'platform.unavailable',
  409: 'platform.stale',
  413: 'platform.too_large',
  414: 'platform.too_large',
  415: 'platform.unsupported_media',
  416: 'platform.invalid_input',
  429: 'platform.limited',
  431: 'platform.too_large',
  503: 'platform.unavailable',
};

/**
 * NUL and other characters that PostgreSQL's text and jsonb cannot store, numbers out of range, values of a forged
 * cursor.
 */
const unstorable = new Set(['22021', '22P05', '22003', '22008', '22007', '22P02']);

function problemOf(error: DomainError): Problem {
  return { status: statusOfKind[error.kind], code: error.code, unexpected: false, ...error.detail };
}

function plain(status: number, code: ErrorCode, unexpected = false): Problem {
  return { status, code, unexpected };
}

function statusFrom(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** Maps any thrown value to a problem. Anything unexpected is our bug: 500 with a request id. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof DomainError) return problemOf(error);
  const meaning = meaningOfConstraint(constraintOf(error));
  if (meaning) {
    return problemOf(
      new DomainError(meaning.code, meaning.field === undefined ? {} : { field: meaning.field }),
    );
  }
  if (isDatabaseUnavailable(error)) return plain(503, 'platform.unavailable');
  if (unstorable.has(sqlStateOf(error) ?? '')) return plain(400, 'platform.invalid_input');
  const status = statusFrom(error);
  const code = status === undefined ? undefined : codeOfStatus[status];
  if (status !== undefined && code !== undefined) return plain(status, code);
  if (status !== undefined && status >= 400 && status < 500) return plain(400, 'platform.invalid_input');
  return plain(500, 'platform.internal', true);
}
