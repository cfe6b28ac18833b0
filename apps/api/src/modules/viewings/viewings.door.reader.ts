import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { ViewingTimes } from './viewings.policy.js';

/** A showing as its door knows it. */
export interface DoorRow extends ViewingTimes {
  id: string;
  videoId: string;
  association: string;
  place: string;
  /** When the asked person was entered; null for nobody and for who is not on the list. */
  recordedAt: Date | null;
}

/** Which showing a code belongs to. */
@Injectable()
export class ViewingsDoorReader {
  constructor(private readonly sql: Sql) {}

  /** @throws DomainError platform.not_found for a code of no showing */
  async find(code: string, personId: string | null): Promise<DoorRow> {
    const row = await this.sql.one<DoorRow>(
      `SELECT v.id, v.video_id AS "videoId", v.association, v.place, v.held_on::text AS "heldOn",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.state, a.recorded_at AS "recordedAt"
       FROM group_viewings v LEFT JOIN group_viewing_attendees a
         ON a.group_viewing_id = v.id AND a.person_id = $2 AND a.removed_at IS NULL
       WHERE v.code = $1`,
      [code, personId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return row;
  }
}
