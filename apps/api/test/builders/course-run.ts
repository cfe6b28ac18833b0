import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import { civilDateOf, fiscalYearOf, instantOf } from '@kizuna/shared/rules/civil-date';
import type { CourseRunStatus } from '@kizuna/shared/vocabulary/courses';

import { Ids } from '../../src/platform/ids/ids.js';
import type { TestApi } from '../support/api.js';

export interface BuiltCourse {
  courseId: string;
  slug: string;
  /** The material that the first lesson reads. */
  materialId: string;
  materialLessonId: string;
  /** Lessons of kind training_day, in order. */
  trainingDayLessonIds: string[];
}

export interface BuiltRun {
  courseRunId: string;
  course: BuiltCourse;
  classSessionIds: string[];
}

let number = 0;

/** A course with one material to read and `trainingDays` training days. */
export async function aCourse(api: TestApi, options: { trainingDays?: number } = {}): Promise<BuiltCourse> {
  const ids = api.get(Ids);
  const trainingDays = options.trainingDays ?? 1;
  number += 1;
  const course = { courseId: ids.next(), slug: `course-${number}`, materialId: ids.next() };
  const rule: CompletionRule = {
    requiredLessons: true,
    quizPassPercent: null,
    attendance: trainingDays > 0 ? { need: trainingDays, of: trainingDays } : null,
  };
  await api.write(
    `INSERT INTO courses (id, slug, position, stage, title, short_title, tagline, summary, audience, outcomes, faq,
       completion_rule) VALUES ($1, $2, $3, 'introductory', $4, '入門編', '', '', '', '[]', '[]', $5)`,
    [course.courseId, course.slug, number, `入門編 地域サポーター養成講座 ${number}`, JSON.stringify(rule)],
  );
  await api.write(
    `INSERT INTO materials (id, course_id, slug, position, title, minutes, sections, glossary)
     VALUES ($1, $2, $3, 0, '地域力とは', 10, $4, '[]')`,
    [
      course.materialId,
      course.courseId,
      `material-${number}`,
      JSON.stringify([{ heading: '地域力', paragraphs: ['支え合いの力です。'] }]),
    ],
  );
  const lesson = async (position: number, kind: string, title: string, materialId: string | null) => {
    const id = ids.next();
    await api.write(
      `INSERT INTO lessons (id, course_id, position, kind, title, summary, minutes, required, material_id)
       VALUES ($1, $2, $3, $4, $5, '', 10, true, $6)`,
      [id, course.courseId, position, kind, title, materialId],
    );
    return id;
  };
  const materialLessonId = await lesson(0, 'material', '地域力とは', course.materialId);
  const trainingDayLessonIds: string[] = [];
  for (let day = 1; day <= trainingDays; day += 1) {
    trainingDayLessonIds.push(await lesson(day, 'training_day', `集合研修 第${day}回`, null));
  }
  return { ...course, materialLessonId, trainingDayLessonIds };
}

/** A published run, open for applications now: `await aCourseRun(api).withSeats(20).heldOn('2026-07-01').planned()`. */
export function aCourseRun(api: TestApi): CourseRunBuilder {
  return new CourseRunBuilder(api);
}

export class CourseRunBuilder {
  private course: BuiltCourse | undefined;
  private seats = 20;
  private status: CourseRunStatus = 'published';
  private opensAt: Date;
  private closesAt: Date;
  private minimumAge: number | null = null;
  private days: { heldOn: string; lesson: number }[] = [];
  private instructorIds: string[] = [];

  constructor(private readonly api: TestApi) {
    const now = api.clock.now().getTime();
    this.opensAt = new Date(now - 7 * 86_400_000);
    this.closesAt = new Date(now + 30 * 86_400_000);
  }

  of(course: BuiltCourse): this {
    this.course = course;
    return this;
  }
  withSeats(seats: number): this {
    this.seats = seats;
    return this;
  }
  inState(status: CourseRunStatus): this {
    this.status = status;
    return this;
  }
  openingAt(at: string): this {
    this.opensAt = new Date(at);
    return this;
  }
  closingAt(at: string): this {
    this.closesAt = new Date(at);
    return this;
  }
  from(age: number): this {
    this.minimumAge = age;
    return this;
  }
  /** A training day, 13:30 to 15:30; `lesson` is the index of the course's training day (alternative dates share it). */
  heldOn(heldOn: string, lesson = 0): this {
    this.days.push({ heldOn, lesson });
    return this;
  }
  taughtBy(...people: { personId: string }[]): this {
    this.instructorIds.push(...people.map(({ personId }) => personId));
    return this;
  }

  async planned(): Promise<BuiltRun> {
    const { api } = this;
    const course = this.course ?? (await aCourse(api));
    const courseRunId = api.get(Ids).next();
    const fiscalYear = fiscalYearOf(this.days[0]?.heldOn ?? civilDateOf(this.closesAt));
    await api.write(
      `INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
         waiting_numbers, minimum_age, created_at, updated_at)
       VALUES ($1, $2, '第1回', $3, $4, $5, $6, $7, 0, 0, 0, $8, $9, $9)`,
      [
        courseRunId,
        course.courseId,
        fiscalYear,
        this.status,
        this.opensAt,
        this.closesAt,
        this.seats,
        this.minimumAge,
        api.clock.now(),
      ],
    );
    const classSessionIds: string[] = [];
    for (const day of this.days) classSessionIds.push(await this.planDay(courseRunId, course, day));
    for (const personId of this.instructorIds) {
      await api.write('INSERT INTO run_instructors (course_run_id, person_id) VALUES ($1, $2)', [
        courseRunId,
        personId,
      ]);
    }
    return { courseRunId, course, classSessionIds };
  }

  private async planDay(courseRunId: string, course: BuiltCourse, day: { heldOn: string; lesson: number }) {
    const id = this.api.get(Ids).next();
    await this.api.write(
      `INSERT INTO class_sessions (id, course_run_id, lesson_id, held_on, starts_at, ends_at, hall, hall_address, cancelled)
       VALUES ($1, $2, $3, $4, $5, $6, '古河福祉の森会館', '古河市新久田271-1', false)`,
      [
        id,
        courseRunId,
        course.trainingDayLessonIds[day.lesson],
        day.heldOn,
        instantOf(day.heldOn, '13:30'),
        instantOf(day.heldOn, '15:30'),
      ],
    );
    return id;
  }
}
