import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

/** One showing of one film. */
export interface Showing {
  groupViewingId: string;
  videoId: string;
  /** Civil date in Japan. */
  heldOn: string;
  place: string;
}

/** SQL of `showing_credits`. */
@Injectable()
export class ShowingCreditRepository {
  constructor(private readonly sql: Sql) {}

  /** Credits people with a showing. @returns those not credited with it before */
  async grant(showing: Showing, personIds: readonly string[], now: Date): Promise<string[]> {
    const rows = await this.sql.query<{ personId: string }>(
      `INSERT INTO showing_credits AS c (person_id, video_id, group_viewing_id, held_on, place, granted_at)
       SELECT p.id, $2, $3, $4::date, $5, $6 FROM unnest($1::uuid[]) AS p (id) ORDER BY p.id
       ON CONFLICT ON CONSTRAINT pk_showing_credits DO UPDATE SET revoked_at = NULL, granted_at = EXCLUDED.granted_at,
         held_on = EXCLUDED.held_on, place = EXCLUDED.place
         WHERE c.revoked_at IS NOT NULL
       RETURNING person_id AS "personId"`,
      [[...new Set(personIds)], showing.videoId, showing.groupViewingId, showing.heldOn, showing.place, now],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Revokes credits of a showing. @param personIds null for everybody. @returns those who lost one */
  async revoke(
    groupViewingId: string,
    personIds: readonly string[] | null,
    now: Date,
  ): Promise<{ personId: string; videoId: string }[]> {
    return this.sql.query(
      `UPDATE showing_credits SET revoked_at = $3
       WHERE group_viewing_id = $1 AND revoked_at IS NULL AND ($2::uuid[] IS NULL OR person_id = ANY($2::uuid[]))
       RETURNING person_id AS "personId", video_id AS "videoId"`,
      [groupViewingId, personIds, now],
    );
  }

  /** Applies a corrected day or place to the credits of a showing. */
  async correct(groupViewingId: string, heldOn: string, place: string): Promise<void> {
    await this.sql.query(
      'UPDATE showing_credits SET held_on = $2::date, place = $3 WHERE group_viewing_id = $1',
      [groupViewingId, heldOn, place],
    );
  }
}
