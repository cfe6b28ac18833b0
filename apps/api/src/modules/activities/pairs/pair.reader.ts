import type { PairList, PairListQuery, PairView } from '@kizuna/shared/contracts/activities';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { SupportersReader } from '../../supporters/index.js';

interface PairRow {
  supporterPairId: string;
  firstId: string;
  secondId: string;
  activity: string | null;
  note: string | null;
  madeAt: Date;
  dissolvedAt: Date | null;
  dissolvedReason: string | null;
}

const select = `SELECT r.id AS "supporterPairId", r.first_id AS "firstId", r.second_id AS "secondId", a.name AS activity,
  r.note, r.made_at AS "madeAt", r.dissolved_at AS "dissolvedAt", r.dissolved_reason AS "dissolvedReason"
  FROM supporter_pairs r LEFT JOIN supporter_activities a ON a.id = r.activity_id`;

/** Pairs, active and dissolved. */
@Injectable()
export class PairReader {
  constructor(
    private readonly sql: Sql,
    private readonly supporters: SupportersReader,
  ) {}

  /** Newest first. */
  async list(q: PairListQuery): Promise<PairList> {
    const rows = await this.rows(
      `${select} WHERE ($1::uuid IS NULL OR $1 IN (r.first_id, r.second_id))
         AND ($2::boolean IS NULL OR (r.dissolved_at IS NOT NULL) = $2) ORDER BY r.id DESC LIMIT 500`,
      [q.supporterId ?? null, q.dissolved ?? null],
    );
    return { items: await this.toViews(rows) };
  }

  /** @throws platform.not_found */
  async getView(id: string): Promise<PairView> {
    const [view] = await this.toViews(await this.rows(`${select} WHERE r.id = $1`, [id]));
    if (!view) throw new DomainError('platform.not_found');
    return view;
  }

  private rows(text: string, params: readonly unknown[]): Promise<PairRow[]> {
    return this.sql.query<PairRow>(text, params);
  }

  private async toViews(rows: readonly PairRow[]): Promise<PairView[]> {
    const views = await this.supporters.viewsOf(rows.flatMap((row) => [row.firstId, row.secondId]));
    const byId = new Map<string, SupporterView>(views.map((view) => [view.supporterId, view]));
    return rows.map(({ firstId, secondId, madeAt, dissolvedAt, ...row }) => {
      const [first, second] = [byId.get(firstId)!, byId.get(secondId)!];
      return {
        ...row,
        first: { ...halfOf(first), state: first.state },
        second: { ...halfOf(second), state: second.state },
        madeOn: civilDateOf(madeAt),
        dissolvedOn: dissolvedAt && civilDateOf(dissolvedAt),
      } as PairView;
    });
  }
}

function halfOf({ supporterId, personId, name, kana }: SupporterView) {
  return { supporterId, personId, name, kana };
}
