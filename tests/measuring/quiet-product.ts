import { setTimeout as wait } from 'node:timers/promises';
import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import pg from 'pg';

const patienceMs = 900_000;

/** A throw-away product whose worker has finished the demo's films, so that no ffmpeg disturbs the measurement. */
export async function startQuietProduct(extra: Record<string, string> = {}): Promise<ThrowAwayProduct> {
  const product = await startThrowAwayProduct(extra);
  try {
    await waitForFilms(product.databaseUrl);
    return product;
  } catch (error) {
    await product.stop();
    throw error;
  }
}

/**
 * Waits until no transcode waits or runs and every finished film is in place.
 * @throws Error where it takes a quarter of an hour
 */
export async function waitForFilms(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const end = performance.now() + patienceMs; performance.now() < end; await wait(500)) {
      const { rows } = await client.query(
        `SELECT 1 FROM transcodes t JOIN videos v ON v.id = t.subject_id
         WHERE t.state <> 'failed' AND (t.state <> 'finished' OR v.film ->> 'hls' IS NULL) LIMIT 1`,
      );
      if (rows.length === 0) return;
    }
    throw new Error('the films were not ready after a quarter of an hour');
  } finally {
    await client.end();
  }
}
