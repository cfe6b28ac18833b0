import { learningStatuses } from '@kizuna/shared/vocabulary/enrolment';
import type { NameChoice } from '@kizuna/shared/vocabulary/completion';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { EnrolmentFacts } from '../enrolment/index.js';
import type { ProgressRow } from '../learning/index.js';
import type { AttendanceMark } from '../sessions/index.js';

/** A learner of a run, with everything that the lower modules recorded of them in it. */
export interface LearnerOfRun extends EnrolmentFacts {
  name: string;
  kana: string;
  bornOn: string | null;
  certificate: { id: string; number: string; completedOn: string } | null;
  /** The latest answer about the name on the certificate. */
  said: { registeredName: string; printedName: string; choice: NameChoice } | null;
  marks: Omit<AttendanceMark, 'enrolmentId'>[];
  progress: (Omit<ProgressRow, 'enrolmentId' | 'doneAt' | 'lastActiveAt'> & {
    doneAt: string | null;
    lastActiveAt: string;
  })[];
}

/**
 * The views that capabilities publish of learners (docs/adr/0040). One row a learner, whatever they did: office and
 * instructors look at whole runs.
 */
const select = `
  SELECT e.enrolment_id AS "enrolmentId", e.person_id AS "personId", e.course_run_id AS "courseRunId",
    e.course_id AS "courseId", e.status, e.confirmed_at AS "confirmedAt", e.completed_on::text AS "completedOn", e.wishes,
    p.name, p.kana, p.born_on::text AS "bornOn",
    (SELECT json_build_object('id', c.certificate_id, 'number', c.number, 'completedOn', c.completed_on)
      FROM page_certificates c WHERE c.enrolment_id = e.enrolment_id) AS certificate,
    (SELECT json_build_object('registeredName', n.registered_name, 'printedName', n.printed_name, 'choice', n.choice)
      FROM page_name_confirmations n WHERE n.person_id = e.person_id ORDER BY n.id DESC LIMIT 1) AS said,
    coalesce((SELECT json_agg(json_build_object('classSessionId', a.class_session_id, 'status', a.status))
      FROM page_attendances a WHERE a.enrolment_id = e.enrolment_id), '[]') AS marks,
    coalesce((SELECT json_agg(json_build_object('lessonId', l.lesson_id, 'state', l.state,
        'bestPercent', l.best_percent, 'doneAt', l.done_at, 'lastActiveAt', l.last_active_at))
      FROM page_progress l WHERE l.enrolment_id = e.enrolment_id), '[]') AS progress
  FROM page_enrolments e JOIN page_people p ON p.person_id = e.person_id`;
const order = 'ORDER BY e.created_at, e.enrolment_id';

/** Reads learners with their facts: one statement for any number of them. */
@Injectable()
export class CompletionFactsReader {
  constructor(private readonly sql: Sql) {}

  /** Everybody who takes part in the runs. */
  ofRuns(courseRunIds: readonly string[]): Promise<LearnerOfRun[]> {
    return this.sql.prepared<LearnerOfRun>(
      'completion.of-runs',
      `${select} WHERE e.course_run_id = ANY($1::uuid[]) AND e.status = ANY($2::text[]) ${order}`,
      [[...new Set(courseRunIds)].toSorted(), learningStatuses],
    );
  }

  /** Those of the enrolments that take part in a run. */
  ofEnrolments(enrolmentIds: readonly string[]): Promise<LearnerOfRun[]> {
    return this.sql.prepared<LearnerOfRun>(
      'completion.of-enrolments',
      `${select} WHERE e.enrolment_id = ANY($1::uuid[]) AND e.status = ANY($2::text[]) ${order}`,
      [enrolmentIds, learningStatuses],
    );
  }

  /** A person's own, in all runs. */
  ofPerson(personId: string): Promise<LearnerOfRun[]> {
    return this.sql.prepared<LearnerOfRun>(
      'completion.of-person',
      `${select} WHERE e.person_id = $1 AND e.status = ANY($2::text[]) ${order}`,
      [personId, learningStatuses],
    );
  }
}
