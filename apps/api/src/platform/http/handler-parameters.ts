import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';

import { readIdempotencyKey } from './request.decorators.js';

interface OwnParameter {
  index: number;
  factory?: unknown;
}

/**
 * Checks what types cannot say of a handler: the parameters after the parts have decorators, the parts have none, and
 * the idempotency key is read exactly where the endpoint takes one.
 * @throws Error when the class is loaded
 */
export function checkParameters(target: object, name: string, parts: number, endpoint: Endpoint): void {
  const decorated = Object.values(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, target.constructor, name) ?? {}) as Record<
      string,
      OwnParameter
    >,
  );
  const refuse = (what: string): never => {
    throw new Error(`${target.constructor.name}.${name} (${endpoint.method} ${endpoint.path}): ${what}`);
  };
  const handler = (target as Record<string, (...args: unknown[]) => unknown>)[name]!;
  if (decorated.some(({ index }) => index < parts)) refuse('a part of the request has a decorator');
  if (decorated.length !== Math.max(0, handler.length - parts)) refuse('a parameter has no decorator');
  const readsKey = decorated.some(({ factory }) => factory === readIdempotencyKey);
  if (readsKey !== (endpoint.idempotent ?? false)) refuse('idempotent and @IdempotencyKey() go together');
}
