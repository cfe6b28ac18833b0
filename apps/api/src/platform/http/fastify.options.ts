import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { pino, type Logger } from 'pino';

import type { AppConfig } from '../config/app-config.js';

/** The largest JSON body, in bytes. Uploads stream past it and are limited by their module. */
export const bodyLimitBytes = 1024 * 1024;

const saneRequestId = /^[A-Za-z0-9._-]{8,64}$/;

/** Takes the proxy's request id where it is harmless, else makes one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && saneRequestId.test(given) ? given : randomUUID();
}

/**
 * The process's structured log. Personal data has no way in: requests and answers are not serialised at all, and an
 * error is reduced to its class, code and stack (a database error's `detail` quotes rows and is left out).
 */
export function createLogger(config: Pick<AppConfig, 'logLevel'>): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorForLog, req: () => undefined, res: () => undefined },
  };
  // A line is handed to the system without waiting for it: waiting was one more blocking write per request
  return pino(options, pino.destination({ dest: 1, sync: false }));
}

function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  // A failed query's message may quote a value; its code and constraint say enough
  const message = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? undefined : error.message;
  return { name: error.name, code, constraint, message, stack: frames.slice(0, 12).join('\n') };
}
