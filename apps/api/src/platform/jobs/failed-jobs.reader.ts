import { Injectable } from '@nestjs/common';

import { Sql } from '../database/sql.js';
import { jobSchema } from './boss.js';

export interface FailedJob {
  id: string;
  name: string;
  failedAt: Date | null;
  attempts: number;
}

/** Failed jobs, for the operator; without payloads, which may contain personal data. */
@Injectable()
export class FailedJobsReader {
  constructor(private readonly sql: Sql) {}

  listLatest(limit = 50): Promise<FailedJob[]> {
    return this.sql.query<FailedJob>(
      `SELECT id, name, completed_on AS "failedAt", retry_count + 1 AS attempts
       FROM ${jobSchema}.job WHERE state = 'failed' ORDER BY completed_on DESC NULLS LAST LIMIT $1`,
      [limit],
    );
  }
}
