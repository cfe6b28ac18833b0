import type { AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

export interface AttendanceRow {
  id: string;
  status: AttendanceStatus;
  corrections: number;
  reason: string | null;
}

export interface NewMark {
  id: string;
  classSessionId: string;
  enrolmentId: string;
  status: AttendanceStatus;
  markedWith: 'hand' | 'card';
  markedAt: Date;
  markedBy: string | null;
  reason: string | null;
  corrections: number;
}

/** Queries of `attendances` inside a transaction. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * The existing mark, locked. If there is none, two tablets may both find none: then the unique constraint decides,
   * and
   * `write` turns the second insert into an update.
   */
  async lock(classSessionId: string, enrolmentId: string): Promise<AttendanceRow | null> {
    // An advisory lock on the pair of day and enrolment also serialises first marks, for which no row exists yet
    await this.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${classSessionId}:${enrolmentId}`,
    ]);
    const [row] = await this.sql.query<AttendanceRow>(
      `SELECT id, status, corrections, reason FROM attendances WHERE class_session_id = $1 AND enrolment_id = $2
       FOR UPDATE`,
      [classSessionId, enrolmentId],
    );
    return row ?? null;
  }

  async write(mark: NewMark): Promise<void> {
    await this.sql.query(
      `INSERT INTO attendances (id, class_session_id, enrolment_id, status, marked_with, marked_at, marked_by, reason,
         corrections) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT ON CONSTRAINT uq_attendances_session_enrolment DO UPDATE SET status = EXCLUDED.status,
         marked_with = EXCLUDED.marked_with, marked_at = EXCLUDED.marked_at, marked_by = EXCLUDED.marked_by,
         reason = EXCLUDED.reason, corrections = EXCLUDED.corrections`,
      [
        mark.id,
        mark.classSessionId,
        mark.enrolmentId,
        mark.status,
        mark.markedWith,
        mark.markedAt,
        mark.markedBy,
        mark.reason,
        mark.corrections,
      ],
    );
  }

  /** Enrolments of the list without a mark on this day. */
  async unmarkedOf(classSessionId: string, enrolmentIds: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT e.id FROM unnest($2::uuid[]) AS e (id)
       WHERE NOT EXISTS (SELECT FROM attendances a WHERE a.class_session_id = $1 AND a.enrolment_id = e.id)`,
      [classSessionId, enrolmentIds],
    );
    return rows.map(({ id }) => id);
  }
}
