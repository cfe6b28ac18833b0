import type { DataSourceOptions } from 'typeorm';

import { migrations } from '../../migrations/index.js';
import type { AppConfig } from '../config/app-config.js';

/** Time limit for one statement of a request, in milliseconds. */
const statementTimeoutMs = 15_000;

/** TypeORM's options for a process; the schema is only changed by migrations. */
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
      // In a rush (500 applicants at once) a request waits for a connection as long as a statement may take
      connectionTimeoutMillis: statementTimeoutMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  };
}
