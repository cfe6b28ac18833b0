import type { Readable } from 'node:stream';

import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors/domain-error.js';

/**
 * The whole body of a route that takes other types than JSON (`@Accepts`); empty where none was sent. What is over the
 * limit is left unread: the sender gets its answer, not a broken line.
 * @throws DomainError with the given word
 */
export async function readBody(
  request: FastifyRequest,
  largestBytes: number,
  tooLarge: ErrorCode,
): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) throw new DomainError(tooLarge);
  const stream = request.body as Readable | undefined;
  if (stream === undefined || stream === null) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBytes) throw new DomainError(tooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
