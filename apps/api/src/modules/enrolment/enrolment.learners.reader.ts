import { learningStatuses } from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** Among whom learners are looked for. */
export interface LearnerScope {
  courseIds: readonly string[];
  /** Only in these runs; null for all runs of the courses. */
  courseRunIds: readonly string[] | null;
}

/** Who takes part in some courses, whatever the run: who is confirmed or has completed. */
@Injectable()
export class EnrolmentLearnersReader {
  constructor(private readonly sql: Sql) {}

  /** Those of the people to whom lessons of one of the courses are open. */
  async amongPeople(personIds: readonly string[], scope: LearnerScope): Promise<Set<string>> {
    if (personIds.length === 0 || scope.courseIds.length === 0) return new Set();
    const rows = await this.sql.query<{ id: string }>(
      `SELECT DISTINCT person_id AS id FROM enrolments
       WHERE person_id = ANY($1::uuid[]) AND course_id = ANY($2::uuid[]) AND status = ANY($3::text[])
         AND ($4::uuid[] IS NULL OR course_run_id = ANY($4::uuid[]))`,
      [personIds, scope.courseIds, learningStatuses, scope.courseRunIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The learners who were confirmed last, at most `limit`. */
  async latest(scope: LearnerScope, limit: number): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT person_id AS id FROM enrolments
       WHERE course_id = ANY($1::uuid[]) AND status = ANY($2::text[])
         AND ($3::uuid[] IS NULL OR course_run_id = ANY($3::uuid[]))
       GROUP BY person_id ORDER BY max(created_at) DESC, person_id LIMIT $4`,
      [scope.courseIds, learningStatuses, scope.courseRunIds, limit],
    );
    return rows.map(({ id }) => id);
  }
}
