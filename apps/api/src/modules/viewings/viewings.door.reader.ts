import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { ViewingTimes } from './viewings.policy.js';

/** A showing as needed for the check-in by code. */
export interface DoorRow extends ViewingTimes {
  id: string;
  videoId: string;
  association: string;
  place: string;
  /** When the given person was entered; null without a person and for a person who is not on the list. */
  recordedAt: Date | null;
}

/** Finds the showing of a code. */
@Injectable()
export class ViewingsDoorReader {
  constructor(private readonly sql: Sql) {}

  /** @throws DomainError platform.not_found for an unknown code */
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
