import { randomBytes } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { sqlStateOf } from '../database/sql-state.js';
import { DomainError } from '../errors/domain-error.js';

const tableMissing = '42P01';

/**
 * The secrets that sign addresses, read once: all processes share them, and a request for a file needs no database.
 * The first process to start creates the first one.
 */
@Injectable()
export class DeliveryKeys implements OnModuleInit {
  private secrets: readonly Buffer[] = [];

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      // Without migrations the process still starts, and /health/ready reports what is missing
      if (sqlStateOf(error) !== tableMissing) throw error;
    }
  }

  /**
   * Newest first; the first one signs.
   * @throws DomainError platform.unavailable while the database has no table for them
   */
  current(): readonly Buffer[] {
    if (this.secrets.length === 0) throw new DomainError('platform.unavailable');
    return this.secrets;
  }

  /** Reads the keys again, for a key added while the process was running. */
  async load(): Promise<void> {
    await this.sql.writeAlone(
      'platform.first-delivery-key',
      `INSERT INTO delivery_keys (number, secret, created_at) VALUES (1, $1, $2)
       ON CONFLICT ON CONSTRAINT pk_delivery_keys DO NOTHING`,
      [randomBytes(32), this.clock.now()],
    );
    const rows = await this.sql.query<{ secret: Buffer }>(
      'SELECT secret FROM delivery_keys ORDER BY number DESC',
    );
    this.secrets = rows.map(({ secret }) => secret);
  }
}
