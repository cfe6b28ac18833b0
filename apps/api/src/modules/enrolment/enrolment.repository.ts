import type { EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import { ApplicationEntity } from './application.entity.js';
import { EnrolmentEntity } from './enrolment.entity.js';
import { isActive } from './enrolment.policy.js';

mapConstraint('uq_enrolments_active', 'enrolment.already_applied');
mapConstraint('fk_applications_person_id', 'platform.invalid_input', 'personId');

/** An enrolment as used by commands. */
export interface EnrolmentRecord {
  id: string;
  applicationId: string;
  receptionNumber: string;
  courseRunId: string;
  personId: string;
  status: EnrolmentStatus;
}

const select = `
  SELECT e.id, e.application_id AS "applicationId", a.reception_number AS "receptionNumber",
    e.course_run_id AS "courseRunId", e.person_id AS "personId", e.status
  FROM enrolments e JOIN applications a ON a.id = e.application_id`;

/** SQL of `applications` and `enrolments` for commands. */
@Injectable()
export class EnrolmentRepository {
  constructor(private readonly sql: Sql) {}

  async nextReceptionSequence(): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>(
      `SELECT nextval('application_reception_numbers')::int AS n`,
    );
    return row!.n;
  }

  async insertApplication(application: ApplicationEntity): Promise<void> {
    await this.sql.insert(ApplicationEntity, application);
  }

  async insertEnrolment(enrolment: EnrolmentEntity): Promise<void> {
    await this.sql.insert(EnrolmentEntity, enrolment);
  }

  /** Whether the person is already in the run; the unique index makes the final decision. */
  async isInRun(courseRunId: string, personId: string): Promise<boolean> {
    const rows = await this.sql.query<{ status: EnrolmentStatus }>(
      'SELECT status FROM enrolments WHERE course_run_id = $1 AND person_id = $2',
      [courseRunId, personId],
    );
    return rows.some(({ status }) => isActive(status));
  }

  /** The runs of the enrolments, which must be locked first. */
  async runsOf(enrolmentIds: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      'SELECT DISTINCT course_run_id AS id FROM enrolments WHERE id = ANY($1::uuid[])',
      [enrolmentIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks enrolments in the order of their ids and returns them. */
  lock(enrolmentIds: readonly string[]): Promise<EnrolmentRecord[]> {
    return this.sql.query<EnrolmentRecord>(
      `${select} WHERE e.id = ANY($1::uuid[]) ORDER BY e.id FOR UPDATE OF e`,
      [enrolmentIds],
    );
  }

  /** All active enrolments of a run, locked. */
  lockActiveOf(courseRunId: string): Promise<EnrolmentRecord[]> {
    return this.sql.query<EnrolmentRecord>(
      `${select} WHERE e.course_run_id = $1 AND e.status IN ('applied', 'waitlisted', 'selected', 'confirmed')
       ORDER BY e.id FOR UPDATE OF e`,
      [courseRunId],
    );
  }

  /** The first on the waiting list, locked. The caller has locked the run's row, so the list cannot change. */
  async lockFirstWaiting(courseRunId: string): Promise<EnrolmentRecord> {
    const [row] = await this.sql.query<EnrolmentRecord>(
      `${select} WHERE e.course_run_id = $1 AND e.status = 'waitlisted'
       ORDER BY e.waiting_number LIMIT 1 FOR UPDATE OF e`,
      [courseRunId],
    );
    if (!row) throw new Error(`run ${courseRunId}: the waiting counter is not 0, but nobody is waiting`);
    return row;
  }

  async setStatus(
    id: string,
    change: Partial<EnrolmentEntity> & Pick<EnrolmentEntity, 'status' | 'statusChangedAt'>,
  ): Promise<void> {
    await this.sql.update(EnrolmentEntity, { id }, change);
  }

  /** Marks completions, each with its own date, in one statement. */
  async complete(
    completions: readonly { enrolmentId: string; completedOn: string }[],
    now: Date,
  ): Promise<void> {
    await this.sql.query(
      `UPDATE enrolments e SET status = 'completed', status_changed_at = $3, status_reason = NULL, completed_on = c.completed_on
       FROM unnest($1::uuid[], $2::date[]) AS c (id, completed_on) WHERE e.id = c.id`,
      [
        completions.map(({ enrolmentId }) => enrolmentId),
        completions.map(({ completedOn }) => completedOn),
        now,
      ],
    );
  }
}
