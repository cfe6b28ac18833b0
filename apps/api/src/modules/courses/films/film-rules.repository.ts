import type { CourseFilmRules } from '@kizuna/shared/contracts/courses';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { CourseEntity } from '../course.entity.js';
import { LessonEntity } from '../lesson.entity.js';

const select = `
  SELECT c.id AS "courseId", c.title AS "courseTitle", c.digest_counts AS "digestCounts",
    coalesce((SELECT json_agg(json_build_object('lessonId', l.id, 'position', l.position, 'title', l.title,
        'thresholdPercent', l.threshold_percent) ORDER BY l.position)
      FROM lessons l WHERE l.course_id = c.id AND l.kind = 'video'), '[]') AS lessons
  FROM courses c WHERE c.id = $1`;

/** The film rules of courses. */
@Injectable()
export class FilmRulesRepository {
  constructor(private readonly sql: Sql) {}

  /** The rules of a course, locked against other changes; null for an unknown course. */
  async findForChange(courseId: string): Promise<CourseFilmRules | null> {
    const [row] = await this.sql.query<CourseFilmRules>(`${select} FOR UPDATE OF c`, [courseId]);
    return row ?? null;
  }

  async save(rules: CourseFilmRules): Promise<void> {
    await this.sql.update(CourseEntity, { id: rules.courseId }, { digestCounts: rules.digestCounts });
    for (const { lessonId, thresholdPercent } of rules.lessons) {
      await this.sql.update(LessonEntity, { id: lessonId, courseId: rules.courseId }, { thresholdPercent });
    }
  }
}
