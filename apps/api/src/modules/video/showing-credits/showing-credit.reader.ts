import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

/** Reads which people are credited with which showings. */
@Injectable()
export class ShowingCreditReader {
  constructor(private readonly sql: Sql) {}

  /** The people credited with each of the showings; showings without any are missing. */
  async creditedWith(groupViewingIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await this.sql.query<{ id: string; personIds: string[] }>(
      `SELECT group_viewing_id AS id, array_agg(person_id::text) AS "personIds" FROM showing_credits
       WHERE group_viewing_id = ANY($1::uuid[]) AND revoked_at IS NULL GROUP BY group_viewing_id`,
      [groupViewingIds],
    );
    return new Map(rows.map(({ id, personIds }) => [id, new Set(personIds)]));
  }
}
