import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/**
 * The counters of a run. Every statement is one conditional UPDATE: a concurrent one sees the result of the first,
 * and ck_course_runs_taken catches mistakes made here.
 */
@Injectable()
export class CoursesSeatsRepository {
  constructor(private readonly sql: Sql) {}

  async takeFreeSeat(courseRunId: string): Promise<boolean> {
    const rows = await this.sql.query(
      `UPDATE course_runs SET taken = taken + 1
       WHERE id = $1 AND status = 'published' AND taken < capacity AND waiting = 0 RETURNING id`,
      [courseRunId],
    );
    return rows.length === 1;
  }

  /** Waiting number and position, or null if a seat is free after all (or the run is no longer published). */
  async joinWaitingList(courseRunId: string): Promise<{ number: number; position: number } | null> {
    const [row] = await this.sql.query<{ number: number; position: number }>(
      `UPDATE course_runs SET waiting = waiting + 1, waiting_numbers = waiting_numbers + 1
       WHERE id = $1 AND status = 'published' AND NOT (taken < capacity AND waiting = 0)
       RETURNING waiting_numbers AS number, waiting AS position`,
      [courseRunId],
    );
    return row ?? null;
  }

  async release(courseRunId: string): Promise<void> {
    await this.sql.query('UPDATE course_runs SET taken = taken - 1 WHERE id = $1 RETURNING id', [
      courseRunId,
    ]);
  }

  async leaveWaitingList(courseRunId: string): Promise<void> {
    await this.sql.query('UPDATE course_runs SET waiting = waiting - 1 WHERE id = $1 RETURNING id', [
      courseRunId,
    ]);
  }

  /** Turns one waiting place into a seat. Not after the first training day has begun: then the office decides. */
  async takeSeatForWaiting(courseRunId: string, now: Date): Promise<boolean> {
    const rows = await this.sql.query(
      `UPDATE course_runs r SET taken = taken + 1, waiting = waiting - 1
       WHERE r.id = $1 AND r.status = 'published' AND r.taken < r.capacity AND r.waiting > 0
         AND $2::timestamptz < coalesce((SELECT min(s.starts_at) FROM class_sessions s
           WHERE s.course_run_id = r.id AND NOT s.cancelled), 'infinity')
       RETURNING r.id`,
      [courseRunId, now],
    );
    return rows.length === 1;
  }

  /** Locks runs in the order of their ids, which prevents deadlocks. */
  async lock(courseRunIds: readonly string[]): Promise<void> {
    await this.sql.query('SELECT id FROM course_runs WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
      courseRunIds,
    ]);
  }
}
