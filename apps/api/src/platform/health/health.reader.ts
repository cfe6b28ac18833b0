import type { HealthView } from '@kizuna/shared/contracts/health';
import { Injectable } from '@nestjs/common';

import { migrations } from '../../migrations/index.js';
import { Sql } from '../database/sql.js';

function unavailable(reason: NonNullable<HealthView['reason']>) {
  return { httpStatus: 503, view: { status: 'unavailable' as const, reason } };
}

/** Whether this process can serve. */
@Injectable()
export class HealthReader {
  constructor(private readonly sql: Sql) {}

  async readiness(): Promise<{ httpStatus: number; view: HealthView }> {
    try {
      const done = await this.sql.query<{ name: string }>('SELECT name FROM schema_migrations');
      const names = new Set(done.map((row) => row.name));
      const pending = migrations.some((migration) => !names.has(migration.name));
      return pending
        ? unavailable('migrations_pending')
        : { httpStatus: 200, view: { status: 'ok', reason: null } };
    } catch {
      return unavailable('database_unreachable');
    }
  }
}
