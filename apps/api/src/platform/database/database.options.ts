import type { DataSourceOptions } from 'typeorm';

import { migrations } from '../../migrations/index.js';
import type { AppConfig } from '../config/app-config.js';

/** How long one statement of a request may take, in milliseconds. */
const statementTimeoutMs = 15_000;

/** TypeORM's options for a process; the schema only ever changes by migration. */
export function dataSourceOptions(
  config: Pick<AppConfig, 'databaseUrl' | 'databasePool'>,
  name = 'kizuna',
): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    applicationName: name,
    synchronize: false,
    migrationsRun: false,
    migrations,
    migrationsTableName: 'schema_migrations',
    // A query error is logged once, by the exception filter; TypeORM's own log would print parameters
    logging: false,
    poolSize: config.databasePool,
    extra: {
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 30_000,
      // A rush (500 applicants at once) waits its turn for a connection as long as a statement may take
      connectionTimeoutMillis: statementTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  };
}
