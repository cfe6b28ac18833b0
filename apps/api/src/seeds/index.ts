import path from 'node:path';

import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApi } from '../app.js';
import { FixedClock } from '../platform/clock/fixed-clock.js';
import { SystemClock } from '../platform/clock/system-clock.js';
import { loadConfig } from '../platform/config/app-config.js';
import { putCurriculum } from './curriculum.js';
import { playDemo } from './demo/demo.scenario.js';
import { addResidents } from './large/residents.js';

export type Scenario = 'demo' | 'empty' | 'large';

export interface SeedOptions {
  dataDir: string;
  publicOrigin: string;
  /** For `large`: the number of residents besides the demo's; default 10,000. */
  residents?: number;
  /** The present of the scenario; default: the system time. Set by tests. */
  now?: Date;
  /** Folder with film.json; default: the committed films. */
  filmFolder?: string;
}

const committedFilms = path.resolve(import.meta.dirname, '../../assets/film');
const defaultResidents = 10_000;

/**
 * Fills a migrated database. `empty` loads the curriculum without people; `demo` adds staff, residents and runs around
 * the present; `large` adds many more residents. Running it again adds nothing, but updates the texts of the
 * curriculum.
 * @throws Error for inconsistent content, and for a request that the API rejects
 */
export async function runSeed(databaseUrl: string, scenario: Scenario, options: SeedOptions): Promise<void> {
  const config = loadConfig({
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: options.dataDir,
    PUBLIC_ORIGIN: options.publicOrigin,
    WORKER_MODE: 'off',
    LOG_LEVEL: 'error',
  });
  const clock = new FixedClock(options.now ?? new SystemClock().now());
  const app: NestFastifyApplication = await createApi({ config, clock });
  try {
    const districts = await putCurriculum(app, options.filmFolder ?? committedFilms);
    if (scenario !== 'empty') await playDemo(app, clock, districts, options.dataDir);
    if (scenario === 'large') await addResidents(app, options.residents ?? defaultResidents);
  } finally {
    await app.close();
  }
}
