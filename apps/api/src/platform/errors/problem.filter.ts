import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { problemFrom } from './problem.js';

/** Responds with `{ code, field?, params?, issues?, requestId }` and the status of the code's kind. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, unexpected, ...body } = problemFrom(error);
    if (unexpected || status === 503) request.log.error({ err: error, code: body.code }, 'request failed');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const wait = body.params?.['retryAfterSeconds'];
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    else if (status === 503) void reply.header('retry-after', '2');
    void reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .send({ ...body, requestId: request.id });
  }
}
