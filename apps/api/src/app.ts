import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyServerFactory } from 'fastify';

import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock/clock.js';
import { SystemClock } from './platform/clock/system-clock.js';
import { loadConfig, type AppConfig } from './platform/config/app-config.js';
import { bodyLimitBytes, configureApi, createLogger, requestIdOf } from './platform/http/index.js';
import { Jobs } from './platform/jobs/index.js';
import { NestLog } from './platform/log/nest-log.js';
import { OutboxWorker } from './platform/outbox/index.js';

export interface ApiOptions {
  /** Puts another handler before the API on the same port (the web); see Fastify's option of that name. */
  serverFactory?: FastifyServerFactory;
  /** Read from the environment unless given. */
  config?: AppConfig;
  /** The machine's clock unless given (tests). */
  clock?: Clock;
}

/**
 * Builds the API, initialised and not yet listening: call `listen`, or reach it in process with `inject`.
 * @throws ConfigError for a wrong environment variable
 */
export async function createApi(options: ApiOptions = {}): Promise<NestFastifyApplication> {
  const config = options.config ?? loadConfig(process.env);
  const log = createLogger(config);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    // One proxy: the address it saw itself counts, what a client wrote before it does not
    trustProxy: config.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: bodyLimitBytes,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    ...(options.serverFactory ? { serverFactory: options.serverFactory } : {}),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ config, clock: options.clock ?? new SystemClock(), log }),
    adapter,
    { bodyParser: false, logger: new NestLog(log), abortOnError: false },
  );
  configureApi(app);
  app.enableShutdownHooks();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

/** Starts the background work (outbox, jobs, schedules) in this process; it ends with `app.close()`. */
export async function startWorker(app: NestFastifyApplication): Promise<void> {
  await app.get(Jobs).start();
  app.get(OutboxWorker).start();
}
