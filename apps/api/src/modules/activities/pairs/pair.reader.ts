import type { PairList, PairListQuery, PairView } from '@kizuna/shared/contracts/activities';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';

interface PairRow extends Omit<PairView, 'madeOn' | 'dissolvedOn' | 'first' | 'second'> {
  first: PairView['first'];
  second: PairView['second'];
  madeAt: Date;
  dissolvedAt: Date | null;
}

const halfOf = (
  pairColumn: string,
) => `(SELECT json_build_object('supporterId', s.id, 'personId', s.person_id,
    'name', p.name, 'kana', p.kana, 'state', s.state)
  FROM supporters s JOIN page_people p ON p.person_id = s.person_id WHERE s.id = ${pairColumn})`;
const select = `SELECT r.id AS "supporterPairId", ${halfOf('r.first_id')} AS first, ${halfOf('r.second_id')} AS second,
  a.name AS activity, r.note, r.made_at AS "madeAt", r.dissolved_at AS "dissolvedAt", r.dissolved_reason AS "dissolvedReason"
  FROM supporter_pairs r LEFT JOIN supporter_activities a ON a.id = r.activity_id`;

/** Pairs, active and dissolved. */
@Injectable()
export class PairReader {
  constructor(private readonly sql: Sql) {}

  /** Newest first. */
  async list(q: PairListQuery): Promise<PairList> {
    const rows = await this.sql.query<PairRow>(
      `${select} WHERE ($1::uuid IS NULL OR $1 IN (r.first_id, r.second_id))
         AND ($2::boolean IS NULL OR (r.dissolved_at IS NOT NULL) = $2) ORDER BY r.id DESC LIMIT 500`,
      [q.supporterId ?? null, q.dissolved ?? null],
    );
    return { items: rows.map(toView) };
  }

  /** @throws platform.not_found */
  async getView(id: string): Promise<PairView> {
    const row = await this.sql.one<PairRow>(`${select} WHERE r.id = $1`, [id]);
    if (!row) throw new DomainError('platform.not_found');
    return toView(row);
  }
}

function toView({ madeAt, dissolvedAt, ...row }: PairRow): PairView {
  return {
    ...row,
    madeOn: civilDateOf(madeAt),
    dissolvedOn: dissolvedAt && civilDateOf(dissolvedAt),
  };
}
