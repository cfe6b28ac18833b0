import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('the schema', () => {
  it('that the migrations make is the one that the entities describe', async () => {
    const builder = api.get(DataSource).driver.createSchemaBuilder();
    const { upQueries } = await builder.log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('names every constraint and index by its kind', async () => {
    const unnamed = await api.rows(
      `SELECT conrelid::regclass::text AS on, conname FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 0
         AND conrelid <> to_regclass('schema_migrations') AND conname !~ '^(pk|fk|uq|ck|ex|ct)_'`,
    );
    expect(unnamed).toEqual([]);
  });
});
