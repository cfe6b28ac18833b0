import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { DomainError } from '../errors/domain-error.js';

export interface RequestOrigin {
  ip: string;
  userAgent: string;
  requestId: string;
}

/** Where a request came from. For limits and the audit log; never for the ordinary log. */
export const RequestMeta = createParamDecorator((_: unknown, context: ExecutionContext): RequestOrigin => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return {
    ip: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    requestId: request.id,
  };
});

const keyShape = /^[A-Za-z0-9_-]{8,128}$/;

/** @throws DomainError platform.invalid_input for a key of another shape */
export function readIdempotencyKey(_: unknown, context: ExecutionContext): string | undefined {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !keyShape.test(value)) {
    throw new DomainError('platform.invalid_input', { field: 'idempotency-key' });
  }
  return value;
}

/** The `idempotency-key` header (8–128 letters of A–Z a–z 0–9 _ -), undefined where the client sent none. */
export const IdempotencyKey = createParamDecorator(readIdempotencyKey);

/** The Fastify reply, for cookies and streams (`@Res({ passthrough: true })` says the same less clearly). */
export type Reply = FastifyReply;
