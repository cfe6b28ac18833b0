import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Injection token of the process's pino logger: `@Inject(AppLogger) private readonly log: Logger`. */
export const AppLogger = Symbol('AppLogger');

/** Nest's own messages through pino, so that a process writes one log format. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'fatal' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    this.pino[level](
      { context: typeof context === 'string' ? context : undefined },
      message instanceof Error ? message.message : String(message),
    );
  }
}
