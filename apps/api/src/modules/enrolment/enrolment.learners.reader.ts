import { learningStatuses } from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** Restricts a search for learners. */
export interface LearnerScope {
  courseIds: readonly string[];
  /** Only in these runs; null for all runs of the courses. */
  courseRunIds: readonly string[] | null;
}

/** Learners of given courses across all runs: confirmed or completed enrolments. */
@Injectable()
export class EnrolmentLearnersReader {
  constructor(private readonly sql: Sql) {}

  /** Those of the people who have access to the lessons of one of the courses. */
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

  /** The most recently confirmed learners, at most `limit`. */
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
