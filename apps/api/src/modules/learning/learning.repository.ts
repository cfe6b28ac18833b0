import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { ProgressRow } from './learning.progress.policy.js';

const columns = `enrolment_id AS "enrolmentId", lesson_id AS "lessonId"`;

const touchLesson = `
  INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, state, started_at, last_active_at)
  VALUES ($1, $2, 'in_progress', $3, $3)
  ON CONFLICT ON CONSTRAINT pk_lesson_progress DO UPDATE
    SET last_active_at = greatest(p.last_active_at, EXCLUDED.last_active_at)`;

/** Progress of lessons. */
@Injectable()
export class LearningRepository {
  constructor(private readonly sql: Sql) {}

  /** All progress of the enrolments, including training days. */
  listOf(enrolmentIds: readonly string[]): Promise<ProgressRow[]> {
    return this.sql.prepared<ProgressRow>(
      'learning.progress',
      `SELECT ${columns}, state, best_percent AS "bestPercent", done_at AS "doneAt", last_active_at AS "lastActiveAt"
       FROM lesson_progress WHERE enrolment_id = ANY($1::uuid[])
       UNION ALL
       SELECT ${columns}, 'done', NULL, min(recorded_at), min(recorded_at)
       FROM lesson_attendances WHERE enrolment_id = ANY($1::uuid[]) AND attended GROUP BY enrolment_id, lesson_id`,
      [enrolmentIds],
    );
  }

  async isDone(enrolmentId: string, lessonId: string): Promise<boolean> {
    const rows = await this.sql.prepared(
      'learning.is-done',
      `SELECT 1 AS one FROM lesson_progress WHERE enrolment_id = $1 AND lesson_id = $2 AND state = 'done'`,
      [enrolmentId, lessonId],
    );
    return rows.length > 0;
  }

  /** Records that the learner has started or reopened a lesson. */
  async touch(enrolmentId: string, lessonId: string, now: Date): Promise<void> {
    await this.sql.query(touchLesson, [enrolmentId, lessonId, now]);
  }

  /** The same outside of a transaction. */
  async touchAlone(enrolmentId: string, lessonId: string, now: Date): Promise<void> {
    await this.sql.writeAlone('learning.touch', touchLesson, [enrolmentId, lessonId, now]);
  }

  /** Marks a lesson as done; true the first time, false if it was done before. */
  async complete(enrolmentId: string, lessonId: string, now: Date, byViewing: boolean): Promise<boolean> {
    const rows = await this.sql.query(
      `INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, state, started_at, done_at, last_active_at, by_viewing)
       VALUES ($1, $2, 'done', $3, $3, $3, $4)
       ON CONFLICT ON CONSTRAINT pk_lesson_progress DO UPDATE
         SET state = 'done', done_at = EXCLUDED.done_at, last_active_at = EXCLUDED.last_active_at,
           by_viewing = EXCLUDED.by_viewing
         WHERE p.state <> 'done'
       RETURNING p.lesson_id`,
      [enrolmentId, lessonId, now, byViewing],
    );
    return rows.length > 0;
  }

  /** Reopens a lesson that was done only because of a group viewing. */
  async reopenAfterViewing(enrolmentId: string, lessonId: string): Promise<void> {
    await this.sql.query(
      `UPDATE lesson_progress SET state = 'in_progress', done_at = NULL, by_viewing = false
       WHERE enrolment_id = $1 AND lesson_id = $2 AND state = 'done' AND by_viewing RETURNING lesson_id`,
      [enrolmentId, lessonId],
    );
  }

  /** Stores the score of a quiz if it is the best so far. */
  async recordScore(enrolmentId: string, lessonId: string, percent: number, now: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, state, best_percent, started_at, last_active_at)
       VALUES ($1, $2, 'in_progress', $3, $4, $4)
       ON CONFLICT ON CONSTRAINT pk_lesson_progress DO UPDATE SET
         best_percent = greatest(p.best_percent, EXCLUDED.best_percent),
         last_active_at = greatest(p.last_active_at, EXCLUDED.last_active_at)`,
      [enrolmentId, lessonId, percent, now],
    );
  }

  /** Stores the attendance reported by sessions, unless a newer report is stored. */
  async recordAttendance(mark: {
    enrolmentId: string;
    classSessionId: string;
    lessonId: string;
    attended: boolean;
    recordedAt: Date;
  }): Promise<void> {
    await this.sql.query(
      `INSERT INTO lesson_attendances AS a (enrolment_id, class_session_id, lesson_id, attended, recorded_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT pk_lesson_attendances DO UPDATE SET attended = EXCLUDED.attended,
         lesson_id = EXCLUDED.lesson_id, recorded_at = EXCLUDED.recorded_at
         WHERE a.recorded_at <= EXCLUDED.recorded_at`,
      [mark.enrolmentId, mark.classSessionId, mark.lessonId, mark.attended, mark.recordedAt],
    );
  }
}
