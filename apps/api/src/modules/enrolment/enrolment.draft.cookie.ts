import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

/** Name of the cookie with the token of a partly completed application form. */
export const draftCookie = 'kizuna_draft';

/** How long an untouched form is stored, in seconds. */
export const draftCookieSeconds = 7 * 24 * 3600;

/** The token of the visitor's application form; undefined if there is none. */
export const DraftToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { cookie } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    return cookie === undefined ? undefined : parseCookie(cookie)[draftCookie] || undefined;
  },
);
