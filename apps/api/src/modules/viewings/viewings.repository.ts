import type { AttendeeCameBy, GroupViewingState } from '@kizuna/shared/vocabulary/viewings';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { GroupViewingEntity } from './group-viewing.entity.js';

/** A showing as used by commands. */
export interface ViewingRecord {
  id: string;
  videoId: string;
  organiserId: string;
  association: string;
  districtId: string | null;
  place: string;
  /** Civil date in Japan. */
  heldOn: string;
  startsAt: Date;
  endsAt: Date;
  expectedCount: number;
  othersCount: number | null;
  state: GroupViewingState;
  stateReason: string | null;
  code: string;
  revision: number;
}

export interface NewAttendees {
  groupViewingId: string;
  personIds: readonly string[];
  cameBy: AttendeeCameBy;
  recordedAt: Date;
  recordedBy: string | null;
}

const columns = `id, video_id AS "videoId", organiser_id AS "organiserId", association, district_id AS "districtId",
  place, held_on::text AS "heldOn", starts_at AS "startsAt", ends_at AS "endsAt",
  expected_count AS "expectedCount", others_count AS "othersCount", state, state_reason AS "stateReason", code, revision`;

/** SQL of `group_viewings` and `group_viewing_attendees` for commands. */
@Injectable()
export class ViewingsRepository {
  constructor(private readonly sql: Sql) {}

  /** Returns false if the code is taken: the caller draws another. */
  async insert(viewing: ViewingRecord & { createdAt: Date }): Promise<boolean> {
    return this.sql.insertUnlessTaken(GroupViewingEntity, { ...viewing, closedAt: null }, 'code');
  }

  /** A showing, locked exclusively for this transaction: nobody is entered while it is being closed or cancelled. */
  async lock(id: string): Promise<ViewingRecord | null> {
    const rows = await this.sql.query<ViewingRecord>(
      `SELECT ${columns} FROM group_viewings WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /**
   * A showing locked in shared mode, so that its state is stable while people are entered; many may enter concurrently.
   */
  async share(id: string): Promise<ViewingRecord | null> {
    const rows = await this.sql.query<ViewingRecord>(
      `SELECT ${columns} FROM group_viewings WHERE id = $1 FOR SHARE`,
      [id],
    );
    return rows[0] ?? null;
  }

  async change(id: string, change: Partial<Omit<GroupViewingEntity, 'id' | 'revision'>>): Promise<void> {
    await this.sql.update(GroupViewingEntity, { id }, { ...change, revision: () => 'revision + 1' });
  }

  /** Enters people. @returns those not on the list before; a removed person is put back on it */
  async enter(entry: NewAttendees): Promise<string[]> {
    const rows = await this.sql.query<{ personId: string }>(
      `INSERT INTO group_viewing_attendees AS a (group_viewing_id, person_id, came_by, recorded_at, recorded_by)
       SELECT $1, p.id, $3, $4, $5 FROM unnest($2::uuid[]) AS p (id) ORDER BY p.id
       ON CONFLICT ON CONSTRAINT pk_group_viewing_attendees DO UPDATE SET came_by = EXCLUDED.came_by,
         recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by, removed_at = NULL,
         removed_reason = NULL
         WHERE a.removed_at IS NOT NULL
       RETURNING person_id AS "personId"`,
      [entry.groupViewingId, [...new Set(entry.personIds)], entry.cameBy, entry.recordedAt, entry.recordedBy],
    );
    return rows.map(({ personId }) => personId);
  }

  /** Removes a person from the list. @returns false if the person is not on it */
  async remove(id: string, personId: string, reason: string, now: Date): Promise<boolean> {
    const rows = await this.sql.query(
      `UPDATE group_viewing_attendees SET removed_at = $4, removed_reason = $3
       WHERE group_viewing_id = $1 AND person_id = $2 AND removed_at IS NULL RETURNING person_id`,
      [id, personId, reason, now],
    );
    return rows.length > 0;
  }

  /** The people on the list, ordered by id. */
  async attendeeIds(id: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT person_id AS id FROM group_viewing_attendees
       WHERE group_viewing_id = $1 AND removed_at IS NULL ORDER BY person_id`,
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** When a person on the list was entered. */
  async enteredAt(id: string, personId: string): Promise<Date | null> {
    const [row] = await this.sql.query<{ at: Date }>(
      `SELECT recorded_at AS at FROM group_viewing_attendees
       WHERE group_viewing_id = $1 AND person_id = $2 AND removed_at IS NULL`,
      [id, personId],
    );
    return row?.at ?? null;
  }

  /** The showings held as a whole at which a person was present, locked against concurrent reopening. */
  heldWith(personId: string): Promise<ViewingRecord[]> {
    return this.sql.query<ViewingRecord>(
      `SELECT ${columns} FROM group_viewings WHERE state = 'held' AND id IN (
         SELECT group_viewing_id FROM group_viewing_attendees WHERE person_id = $1 AND removed_at IS NULL)
       ORDER BY id FOR SHARE`,
      [personId],
    );
  }
}
