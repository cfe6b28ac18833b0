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
  /** For `large`: how many residents there are besides the demo's; 10,000 unless told. */
  residents?: number;
  /** The present of the scenario; the machine's time unless told (tests). */
  now?: Date;
  /** Folder with film.json; the committed films unless told. */
  filmFolder?: string;
}

const committedFilms = path.resolve(import.meta.dirname, '../../assets/film');
const defaultResidents = 10_000;

/**
 * Fills a migrated database. `empty` brings the curriculum and nobody; `demo` adds staff, residents and runs around the
 * present; `large` adds many more residents. Run again it adds nothing, but renews the texts of the curriculum.
 * @throws Error for content that does not fit together, and for a request that the API refuses
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
