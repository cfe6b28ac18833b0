import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { mapConstraint, query } from '../../platform/database/index.js';
import { ClassSessionEntity } from './class-session.entity.js';
import { CourseRunEntity } from './course-run.entity.js';
import { RunInstructorEntity } from './run-instructor.entity.js';

mapConstraint('ck_course_runs_taken', 'courses.capacity_below_taken', 'capacity');
mapConstraint('ck_course_runs_window', 'courses.window_invalid', 'closesAt');
mapConstraint('fk_course_runs_course_id', 'platform.invalid_input', 'courseId');
mapConstraint('fk_run_instructors_person_id', 'platform.invalid_input', 'instructorIds');

/** Rows that commands of the office change. */
@Injectable()
export class CoursesRepository {
  /** The run, locked against seats being taken meanwhile. */
  async findRunForChange(m: EntityManager, courseRunId: string): Promise<CourseRunEntity | null> {
    return m.findOne(CourseRunEntity, { where: { id: courseRunId }, lock: { mode: 'pessimistic_write' } });
  }

  findClassSession(m: EntityManager, classSessionId: string): Promise<ClassSessionEntity | null> {
    return m.findOneBy(ClassSessionEntity, { id: classSessionId });
  }

  async insertRun(m: EntityManager, run: CourseRunEntity): Promise<void> {
    await m.insert(CourseRunEntity, run);
  }

  /** Saves what the office may edit; the seat counters are CoursesSeatsService' and stay untouched. */
  async updateRun(m: EntityManager, id: string, change: Partial<CourseRunEntity>): Promise<void> {
    await m.update(CourseRunEntity, { id }, change);
  }

  async insertClassSession(m: EntityManager, session: ClassSessionEntity): Promise<void> {
    await m.insert(ClassSessionEntity, session);
  }

  async updateClassSession(m: EntityManager, id: string, change: Partial<ClassSessionEntity>): Promise<void> {
    await m.update(ClassSessionEntity, { id }, change);
  }

  async instructorsOf(m: EntityManager, courseRunId: string): Promise<string[]> {
    const rows = await query<{ id: string }>(
      m,
      'SELECT person_id AS id FROM run_instructors WHERE course_run_id = $1 ORDER BY person_id',
      [courseRunId],
    );
    return rows.map(({ id }) => id);
  }

  async replaceInstructors(
    m: EntityManager,
    courseRunId: string,
    personIds: readonly string[],
  ): Promise<void> {
    await m.delete(RunInstructorEntity, { courseRunId });
    await m.insert(
      RunInstructorEntity,
      [...new Set(personIds)].map((personId) => ({ courseRunId, personId })),
    );
  }

  /** The first day on which a run is held, cancelled days left out. */
  async firstHeldOn(m: EntityManager, courseRunId: string): Promise<string | null> {
    const [row] = await query<{ heldOn: string | null }>(
      m,
      `SELECT min(held_on)::text AS "heldOn" FROM class_sessions WHERE course_run_id = $1 AND NOT cancelled`,
      [courseRunId],
    );
    return row?.heldOn ?? null;
  }

  /** Whether a lesson is a training day of a course. */
  async isTrainingDay(m: EntityManager, lessonId: string, courseId: string): Promise<boolean> {
    const rows = await query(
      m,
      `SELECT id FROM lessons WHERE id = $1 AND course_id = $2 AND kind = 'training_day'`,
      [lessonId, courseId],
    );
    return rows.length === 1;
  }
}
