import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

/** The cookie that holds the token of a half-filled application form. */
export const draftCookie = 'kizuna_draft';

/** As long as an untouched form is kept, in seconds. */
export const draftCookieSeconds = 7 * 24 * 3600;

/** The token of the visitor's half-filled form, undefined where there is none. */
export const DraftToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { cookie } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    return cookie === undefined ? undefined : parseCookie(cookie)[draftCookie] || undefined;
  },
);
