import type { LessonView } from '@kizuna/shared/contracts/courses';
import type { CourseId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { ClassSessionRow } from './courses.rows.js';

/** A run with its content: the lessons in order, the training days by time. */
export interface RunOutline {
  courseRunId: CourseRunId;
  courseId: CourseId;
  courseSlug: string;
  courseTitle: string;
  runName: string;
  /** Whether watching the digest of a film is enough. */
  digestCounts: boolean;
  lessons: LessonView[];
  classSessions: ClassSessionRow[];
}

/** Reads what learning needs on every page: one query for any number of runs. */
@Injectable()
export class CoursesOutlineReader {
  constructor(private readonly sql: Sql) {}

  /** The outlines of the runs, whatever their state, by run id. */
  async outlinesOf(courseRunIds: readonly string[]): Promise<Map<string, RunOutline>> {
    if (courseRunIds.length === 0) return new Map();
    const rows = await this.sql.kept<RunOutline>(
      'courses.outlines',
      `SELECT r.id AS "courseRunId", c.id AS "courseId", c.slug AS "courseSlug", c.title AS "courseTitle",
         r.name AS "runName", c.digest_counts AS "digestCounts",
         coalesce((SELECT json_agg(json_build_object('lessonId', l.id, 'position', l.position, 'kind', l.kind,
             'title', l.title, 'summary', l.summary, 'minutes', l.minutes, 'required', l.required,
             'videoId', l.video_id, 'materialId', l.material_id, 'quizId', l.quiz_id,
             'thresholdPercent', CASE WHEN l.kind = 'video' THEN l.threshold_percent END) ORDER BY l.position)
           FROM lessons l WHERE l.course_id = c.id), '[]') AS lessons,
         coalesce((SELECT json_agg(json_build_object('classSessionId', s.id, 'lessonId', s.lesson_id,
             'lessonTitle', l.title, 'heldOn', s.held_on, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
             'hall', s.hall, 'hallAddress', s.hall_address, 'note', s.note, 'cancelled', s.cancelled)
             ORDER BY s.starts_at, s.id)
           FROM class_sessions s JOIN lessons l ON l.id = s.lesson_id WHERE s.course_run_id = r.id), '[]')
           AS "classSessions"
       FROM course_runs r JOIN courses c ON c.id = r.course_id WHERE r.id = ANY($1::uuid[])`,
      [[...new Set(courseRunIds)].toSorted()],
    );
    return new Map(rows.map((row) => [row.courseRunId, row]));
  }
}
