import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { CourseEntity } from './course.entity.js';
import type { LessonEntity } from './lesson.entity.js';

/**
 * Writes the content of courses. Keys are the slug of a course and a lesson's position in its course. Film rules are
 * set by the office and are not overwritten.
 */
@Injectable()
export class CoursesCatalogueRepository {
  constructor(private readonly sql: Sql) {}

  /** @returns the id of the course */
  async saveCourse(course: Omit<CourseEntity, 'digestCounts'>): Promise<string> {
    const rows = await this.sql.query<{ id: string }>(
      `INSERT INTO courses (id, slug, position, stage, title, short_title, tagline, summary, audience, outcomes, faq,
         completion_rule) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT ON CONSTRAINT uq_courses_slug DO UPDATE SET position = excluded.position, stage = excluded.stage,
         title = excluded.title, short_title = excluded.short_title, tagline = excluded.tagline,
         summary = excluded.summary, audience = excluded.audience, outcomes = excluded.outcomes, faq = excluded.faq,
         completion_rule = excluded.completion_rule
       RETURNING id`,
      [
        course.id,
        course.slug,
        course.position,
        course.stage,
        course.title,
        course.shortTitle,
        course.tagline,
        course.summary,
        course.audience,
        JSON.stringify(course.outcomes),
        JSON.stringify(course.faq),
        JSON.stringify(course.completionRule),
      ],
    );
    return rows[0]!.id;
  }

  async saveLesson(lesson: Omit<LessonEntity, 'thresholdPercent'>): Promise<void> {
    await this.sql.query(
      `INSERT INTO lessons (id, course_id, position, kind, title, summary, minutes, required, video_id, material_id,
         quiz_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT ON CONSTRAINT uq_lessons_position DO UPDATE SET kind = excluded.kind, title = excluded.title,
         summary = excluded.summary, minutes = excluded.minutes, required = excluded.required,
         video_id = excluded.video_id, material_id = excluded.material_id, quiz_id = excluded.quiz_id
       RETURNING id`,
      [
        lesson.id,
        lesson.courseId,
        lesson.position,
        lesson.kind,
        lesson.title,
        lesson.summary,
        lesson.minutes,
        lesson.required,
        lesson.videoId,
        lesson.materialId,
        lesson.quizId,
      ],
    );
  }
}
