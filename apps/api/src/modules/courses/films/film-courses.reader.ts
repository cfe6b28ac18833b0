import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

/** The courses that use a film, for higher modules. A digest belongs to the lesson of its long film. */
@Injectable()
export class FilmCoursesReader {
  constructor(private readonly sql: Sql) {}

  /**
   * The courses with a lesson on one of the films. @param videoIds a film, and the long film of which it is the digest
   */
  async courseIdsWith(videoIds: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      'SELECT DISTINCT course_id AS id FROM lessons WHERE video_id = ANY($1::uuid[])',
      [videoIds],
    );
    return rows.map(({ id }) => id);
  }

  /** The runs of the courses that a person teaches. */
  async runIdsTaughtBy(personId: string, courseIds: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT r.id FROM course_runs r JOIN run_instructors i ON i.course_run_id = r.id
       WHERE i.person_id = $1 AND r.course_id = ANY($2::uuid[])`,
      [personId, courseIds],
    );
    return rows.map(({ id }) => id);
  }
}
