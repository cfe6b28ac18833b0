import type { EnrolmentList, EnrolmentView } from '@kizuna/shared/contracts/enrolment';
import {
  learningStatuses,
  type AccommodationWish,
  type EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';
import type { CourseId, CourseRunId, EnrolmentId, PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CoursesReader, type RunContent } from '../courses/index.js';
import { toEnrolmentView, type MyRow } from './enrolment.own.mapper.js';
import { learnerActions } from './enrolment.policy.js';

/** An enrolment as seen by higher modules. */
export interface EnrolmentFacts {
  enrolmentId: EnrolmentId;
  personId: PersonId;
  courseRunId: CourseRunId;
  courseId: CourseId;
  status: EnrolmentStatus;
  /** Null until confirmed by the office. */
  confirmedAt: Date | null;
  /** Civil date, null until completed. */
  completedOn: string | null;
  /** Requests for reasonable accommodation, as given in the application. */
  wishes: AccommodationWish[];
}

/** How the applicant wants to be answered, and why an enrolment ended. */
export interface ReplyWish {
  replyBy: 'mail' | 'letter';
  /** As given in the application; the person's record may differ. */
  mailAddress: string | null;
  statusReason: string | null;
}

const facts = `e.id AS "enrolmentId", e.person_id AS "personId", e.course_run_id AS "courseRunId",
  e.course_id AS "courseId", e.status, e.confirmed_at AS "confirmedAt", e.completed_on::text AS "completedOn"`;
const selectFacts = `SELECT ${facts}, a.wishes FROM enrolments e JOIN applications a ON a.id = e.application_id`;

/** One plus the number of people waiting ahead; null for enrolments that are not waiting. */
export const waitingPosition = `CASE WHEN e.status = 'waitlisted' THEN (SELECT count(*)::int + 1 FROM enrolments w
  WHERE w.course_run_id = e.course_run_id AND w.status = 'waitlisted' AND w.waiting_number < e.waiting_number) END
  AS "waitingPosition"`;

const selectMine = `
  SELECT e.id AS "enrolmentId", e.course_run_id AS "courseRunId", e.status, a.reception_number AS "receptionNumber",
    a.applied_at AS "appliedAt", ${waitingPosition}
  FROM enrolments e JOIN applications a ON a.id = e.application_id`;

/** Reads enrolments, for the learner and for higher modules. */
@Injectable()
export class EnrolmentReader {
  constructor(
    private readonly sql: Sql,
    private readonly courses: CoursesReader,
  ) {}

  /** The signed-in person's own enrolments, newest first. */
  async listMine(actor: Actor): Promise<EnrolmentList> {
    const { personId } = personOf(actor);
    const rows = await this.sql.prepared<MyRow>(
      'enrolment.mine',
      `${selectMine} WHERE e.person_id = $1 ORDER BY a.applied_at DESC, e.id DESC`,
      [personId],
    );
    return { items: await this.toViews(rows) };
  }

  /** @throws DomainError platform.not_found, also for another person's enrolment */
  async getMyView(actor: Actor, enrolmentId: string): Promise<EnrolmentView> {
    const { personId } = personOf(actor);
    const rows = await this.sql.query<MyRow>(`${selectMine} WHERE e.person_id = $1 AND e.id = $2`, [
      personId,
      enrolmentId,
    ]);
    const [view] = await this.toViews(rows);
    if (!view) throw new DomainError('platform.not_found');
    return view;
  }

  /** The enrolment if it belongs to this person, whatever its state; otherwise null. */
  async getLearnable(personId: string, enrolmentId: string): Promise<EnrolmentFacts | null> {
    const [row] = await this.sql.prepared<EnrolmentFacts>(
      'enrolment.learnable',
      `${selectFacts} WHERE e.id = $1 AND e.person_id = $2`,
      [enrolmentId, personId],
    );
    return row ?? null;
  }

  /** A person's enrolments, newest first. */
  listOfPerson(personId: string): Promise<EnrolmentFacts[]> {
    return this.sql.prepared<EnrolmentFacts>(
      'enrolment.of-person',
      `${selectFacts} WHERE e.person_id = $1 ORDER BY e.created_at DESC, e.id DESC`,
      [personId],
    );
  }

  /** The same. @throws DomainError platform.not_found for another person's enrolment */
  async getMine(personId: string, enrolmentId: string): Promise<EnrolmentFacts> {
    const found = await this.getLearnable(personId, enrolmentId);
    if (!found) throw new DomainError('platform.not_found');
    return found;
  }

  /** A person's enrolments with access to lessons. */
  async listLearningOfPerson(personId: string): Promise<EnrolmentFacts[]> {
    return (await this.listOfPerson(personId)).filter(({ status }) => learnerActions(status).learn);
  }

  /** All enrolments of a run with access to its lessons: confirmed or completed. */
  listLearningOfRun(courseRunId: string): Promise<EnrolmentFacts[]> {
    return this.sql.prepared<EnrolmentFacts>(
      'enrolment.learning-of-run',
      `${selectFacts} WHERE e.course_run_id = $1 AND e.status = ANY($2::text[]) ORDER BY e.created_at, e.id`,
      [courseRunId, learningStatuses],
    );
  }

  /** @throws DomainError platform.not_found */
  async replyWishOf(enrolmentId: string): Promise<ReplyWish> {
    const wish = (await this.replyWishesOf([enrolmentId])).get(enrolmentId);
    if (!wish) throw new DomainError('platform.not_found');
    return wish;
  }

  /** The reply wishes of several enrolments, by enrolment id. */
  async replyWishesOf(enrolmentIds: readonly string[]): Promise<Map<string, ReplyWish>> {
    const rows = await this.sql.query<ReplyWish & { id: string }>(
      `SELECT e.id, a.reply_by AS "replyBy", a.given ->> 'email' AS "mailAddress", e.status_reason AS "statusReason"
       FROM enrolments e JOIN applications a ON a.id = e.application_id WHERE e.id = ANY($1::uuid[])`,
      [enrolmentIds],
    );
    return new Map(rows.map(({ id, ...wish }) => [id, wish]));
  }

  private async toViews(rows: readonly MyRow[]): Promise<EnrolmentView[]> {
    const runs = await runsById(
      this.courses,
      rows.map(({ courseRunId }) => courseRunId),
    );
    return rows.map((row) => {
      const { courseSlug, courseTitle, name } = runs.get(row.courseRunId)!;
      return toEnrolmentView(row, { courseSlug, courseTitle, runName: name });
    });
  }
}

/** The runs of a list, by id. Every enrolment has one: a foreign key guarantees it. */
export async function runsById(
  courses: CoursesReader,
  courseRunIds: readonly string[],
): Promise<Map<string, RunContent>> {
  const runs = courseRunIds.length === 0 ? [] : await courses.runsByIds(courseRunIds);
  return new Map(runs.map((run) => [run.courseRunId, run]));
}
