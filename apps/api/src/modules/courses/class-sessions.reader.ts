import type { ClassSessionView } from '@kizuna/shared/contracts/courses';
import type { CourseId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** A training day with the run it belongs to. */
export interface ClassSessionOfRun extends ClassSessionView {
  courseRunId: CourseRunId;
  courseId: CourseId;
  courseTitle: string;
  runName: string;
}

interface Row extends Omit<ClassSessionOfRun, 'startsAt' | 'endsAt'> {
  startsAt: Date;
  endsAt: Date;
}

const select = `
  SELECT s.id AS "classSessionId", s.lesson_id AS "lessonId", l.title AS "lessonTitle", s.held_on::text AS "heldOn",
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.hall, s.hall_address AS "hallAddress", s.note, s.cancelled,
    r.id AS "courseRunId", r.name AS "runName", c.id AS "courseId", c.title AS "courseTitle"
  FROM class_sessions s JOIN lessons l ON l.id = s.lesson_id JOIN course_runs r ON r.id = s.course_run_id
    JOIN courses c ON c.id = r.course_id`;

/** Training days and their instructors, for higher modules. */
@Injectable()
export class ClassSessionsReader {
  constructor(private readonly sql: Sql) {}

  async findClassSession(classSessionId: string): Promise<ClassSessionOfRun | null> {
    return (await this.read('by-id', `${select} WHERE s.id = $1`, [classSessionId]))[0] ?? null;
  }

  /** All training days of the runs, by time. */
  listOfRuns(courseRunIds: readonly string[]): Promise<ClassSessionOfRun[]> {
    return this.read(
      'of-runs',
      `${select} WHERE s.course_run_id = ANY($1::uuid[]) ORDER BY s.starts_at, s.id`,
      [[...new Set(courseRunIds)].toSorted()],
    );
  }

  /**
   * Days of runs that are not cancelled: from a civil date on in order of time, or before it with the latest first.
   * @param taughtBy only runs that this person teaches; null for all
   */
  listAround(
    direction: 'from' | 'before',
    heldOn: string,
    taughtBy: string | null,
    limit: number,
  ): Promise<ClassSessionOfRun[]> {
    const [compare, order] = direction === 'from' ? ['>=', 'ASC'] : ['<', 'DESC'];
    return this.read(
      `around-${direction}`,
      `${select}
       WHERE s.held_on ${compare} $1::date AND r.status = 'published' AND ($2::uuid IS NULL OR EXISTS (
         SELECT FROM run_instructors i WHERE i.course_run_id = r.id AND i.person_id = $2))
       ORDER BY s.starts_at ${order}, s.id LIMIT $3`,
      [heldOn, taughtBy, limit],
    );
  }

  /** Whether a person teaches a run. */
  async teaches(personId: string, courseRunId: string): Promise<boolean> {
    return (await this.instructorIdsOf(courseRunId)).includes(personId);
  }

  /** The instructors of a run. */
  async instructorIdsOf(courseRunId: string): Promise<string[]> {
    const rows = await this.sql.kept<{ id: string }>(
      'courses.instructors',
      'SELECT person_id AS id FROM run_instructors WHERE course_run_id = $1 ORDER BY person_id',
      [courseRunId],
    );
    return rows.map(({ id }) => id);
  }

  private async read(name: string, text: string, params: unknown[]): Promise<ClassSessionOfRun[]> {
    const rows = await this.sql.kept<Row>(`courses.days.${name}`, text, params);
    return rows.map((row) => ({
      ...row,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    }));
  }
}
