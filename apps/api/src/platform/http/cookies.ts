import { stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';

import type { AppConfig } from '../config/app-config.js';

type CookieConfig = Pick<AppConfig, 'publicOrigin'>;

function write(reply: FastifyReply, config: CookieConfig, name: string, value: string, maxAge: number): void {
  void reply.header(
    'set-cookie',
    stringifySetCookie({
      name,
      value,
      httpOnly: true,
      sameSite: 'lax',
      secure: config.publicOrigin.startsWith('https:'),
      path: '/',
      maxAge,
    }),
  );
}

/** Sets a cookie that no script can read and that no other site's form carries. */
export function setCookie(
  reply: FastifyReply,
  config: CookieConfig,
  name: string,
  value: string,
  maxAgeSeconds: number,
): void {
  write(reply, config, name, value, maxAgeSeconds);
}

/** Tells the browser to forget a cookie that `setCookie` gave it. */
export function clearCookie(reply: FastifyReply, config: CookieConfig, name: string): void {
  write(reply, config, name, '', 0);
}
