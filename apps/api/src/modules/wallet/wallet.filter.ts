import { Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { problemFrom } from '../../platform/errors/index.js';
import { WalletRefusal, type WalletRefusalWord } from './wallet.refusal.js';

interface OauthAnswer {
  status: number;
  body: { error: string; error_description?: string };
  retryAfterSeconds?: number;
}

/**
 * Responds in the form wallets expect: `{ error, error_description }` (RFC 6749, 5.2), and the challenge header on 401.
 */
@Catch()
export class WalletFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { status, body, retryAfterSeconds } = answerOf(error);
    if (status >= 500) request.log.error({ err: error, code: body.error }, 'request failed');
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    if (status === 401) void reply.header('www-authenticate', `Bearer error="${body.error}"`);
    void reply.status(status).header('content-type', 'application/json; charset=utf-8').send(body);
  }
}

function answerOf(error: unknown): OauthAnswer {
  if (error instanceof WalletRefusal) return { status: error.status, body: { error: error.word } };
  if (error instanceof Oauth2ServerErrorResponseError) {
    const { error: word, error_description: description } = error.errorResponse;
    return { status: 400, body: { error: word, ...(description ? { error_description: description } : {}) } };
  }
  const { status, code, params } = problemFrom(error);
  const wait = params?.['retryAfterSeconds'];
  return {
    status,
    body: { error: wordOf(status), error_description: code },
    ...(wait === undefined ? {} : { retryAfterSeconds: Number(wait) }),
  };
}

/** Maps the status of errors thrown by other parts of the application. */
function wordOf(status: number): WalletRefusalWord {
  if (status === 429) return 'slow_down';
  if (status === 503) return 'temporarily_unavailable';
  return status >= 500 ? 'server_error' : 'invalid_request';
}
