import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { mapConstraint, query } from '../../../platform/database/index.js';
import { SupporterPairEntity } from './supporter-pair.entity.js';

mapConstraint('uq_supporter_pairs_open', 'supporters.already_paired');
mapConstraint('fk_supporter_pairs_activity_id', 'supporters.activity_unknown', 'activityId');

/** SQL of `supporter_pairs` for commands. */
@Injectable()
export class PairRepository {
  /** @throws supporters.already_paired where the two go out together already */
  async insert(m: EntityManager, pair: SupporterPairEntity): Promise<void> {
    await m.insert(SupporterPairEntity, pair);
  }

  async lock(m: EntityManager, id: string): Promise<SupporterPairEntity | null> {
    return m.findOne(SupporterPairEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async dissolve(m: EntityManager, id: string, reason: string, by: string | null, now: Date): Promise<void> {
    await query(
      m,
      `UPDATE supporter_pairs SET dissolved_at = $4, dissolved_by = $3, dissolved_reason = $2 WHERE id = $1`,
      [id, reason, by, now],
    );
  }
}
