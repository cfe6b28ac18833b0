import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import { ClassSessionEntity } from './class-session.entity.js';
import { CourseRunEntity } from './course-run.entity.js';
import { RunInstructorEntity } from './run-instructor.entity.js';

mapConstraint('ck_course_runs_taken', 'courses.capacity_below_taken', 'capacity');
mapConstraint('ck_course_runs_window', 'courses.window_invalid', 'closesAt');
mapConstraint('fk_course_runs_course_id', 'platform.invalid_input', 'courseId');
mapConstraint('fk_run_instructors_person_id', 'platform.invalid_input', 'instructorIds');

/** Rows changed by commands of the office. */
@Injectable()
export class CoursesRepository {
  constructor(private readonly sql: Sql) {}

  /** The run, locked against concurrent changes of its seats. */
  async findRunForChange(courseRunId: string): Promise<CourseRunEntity | null> {
    return this.sql.lockOne(CourseRunEntity, { id: courseRunId });
  }

  findClassSession(classSessionId: string): Promise<ClassSessionEntity | null> {
    return this.sql.findOne(ClassSessionEntity, { id: classSessionId });
  }

  async insertRun(run: CourseRunEntity): Promise<void> {
    await this.sql.insert(CourseRunEntity, run);
  }

  /** Saves the fields the office may edit; the seat counters belong to CoursesSeatsService. */
  async updateRun(id: string, change: Partial<CourseRunEntity>): Promise<void> {
    await this.sql.update(CourseRunEntity, { id }, change);
  }

  async insertClassSession(session: ClassSessionEntity): Promise<void> {
    await this.sql.insert(ClassSessionEntity, session);
  }

  async updateClassSession(id: string, change: Partial<ClassSessionEntity>): Promise<void> {
    await this.sql.update(ClassSessionEntity, { id }, change);
  }

  async instructorsOf(courseRunId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      'SELECT person_id AS id FROM run_instructors WHERE course_run_id = $1 ORDER BY person_id',
      [courseRunId],
    );
    return rows.map(({ id }) => id);
  }

  async replaceInstructors(courseRunId: string, personIds: readonly string[]): Promise<void> {
    await this.sql.delete(RunInstructorEntity, { courseRunId });
    await this.sql.insert(
      RunInstructorEntity,
      [...new Set(personIds)].map((personId) => ({ courseRunId, personId })),
    );
  }

  /** The first training day of a run, ignoring cancelled days. */
  async firstHeldOn(courseRunId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ heldOn: string | null }>(
      `SELECT min(held_on)::text AS "heldOn" FROM class_sessions WHERE course_run_id = $1 AND NOT cancelled`,
      [courseRunId],
    );
    return row?.heldOn ?? null;
  }

  /** Whether a lesson is a training day of a course. */
  async isTrainingDay(lessonId: string, courseId: string): Promise<boolean> {
    const rows = await this.sql.query(
      `SELECT id FROM lessons WHERE id = $1 AND course_id = $2 AND kind = 'training_day'`,
      [lessonId, courseId],
    );
    return rows.length === 1;
  }
}
