import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../../platform/database/index.js';
import { SupporterPairEntity } from './supporter-pair.entity.js';

mapConstraint('uq_supporter_pairs_open', 'supporters.already_paired');
mapConstraint('fk_supporter_pairs_activity_id', 'supporters.activity_unknown', 'activityId');

/** SQL for `supporter_pairs`, for commands. */
@Injectable()
export class PairRepository {
  constructor(private readonly sql: Sql) {}

  /** @throws supporters.already_paired if the two are already a pair */
  async insert(pair: SupporterPairEntity): Promise<void> {
    await this.sql.insert(SupporterPairEntity, pair);
  }

  async lock(id: string): Promise<SupporterPairEntity | null> {
    return this.sql.lockOne(SupporterPairEntity, { id });
  }

  async dissolve(id: string, reason: string, by: string | null, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE supporter_pairs SET dissolved_at = $4, dissolved_by = $3, dissolved_reason = $2 WHERE id = $1`,
      [id, reason, by, now],
    );
  }
}
