import { createHash } from 'node:crypto';

import type { FastifyReply, FastifyRequest } from 'fastify';

const minutes = 5;

/**
 * Responds with a public resource for any site or program: any origin allowed, cached for some minutes, then
 * revalidated by its ETag.
 */
export async function answerPublicly(
  request: FastifyRequest,
  reply: FastifyReply,
  content: string | Buffer,
  type: string,
): Promise<void> {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  void reply.headers({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': `public, max-age=${minutes * 60}`,
    etag,
  });
  const known = request.headers['if-none-match']?.split(',').some((tag) => tag.trim().endsWith(etag));
  if (known) await reply.status(304).send();
  else await reply.type(type).send(content);
}
