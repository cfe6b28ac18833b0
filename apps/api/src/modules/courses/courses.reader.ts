import type { CourseList, CourseRunView, CourseView, LessonView } from '@kizuna/shared/contracts/courses';
import { addDays, civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { CourseId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { toCourseRunView, toCourseSummary } from './courses.mapper.js';
import type { CourseRow, CourseRunRow, RunContent } from './courses.rows.js';

const selectCourse = `
  SELECT c.id AS "courseId", c.position, c.slug, c.stage, c.title, c.short_title AS "shortTitle", c.tagline, c.summary,
    c.audience, c.outcomes, c.faq, c.completion_rule AS "completionRule",
    (SELECT count(*)::int FROM lessons l WHERE l.course_id = c.id) AS "lessonCount",
    (SELECT coalesce(sum(l.minutes), 0)::int FROM lessons l WHERE l.course_id = c.id) AS "totalMinutes"
  FROM courses c`;

const selectRun = (seats: string) => `
  SELECT r.id AS "courseRunId", r.course_id AS "courseId", c.slug AS "courseSlug", c.title AS "courseTitle", r.name,
    r.fiscal_year AS "fiscalYear", r.status, r.opens_at AS "opensAt", r.closes_at AS "closesAt", r.capacity, ${seats}
    r.minimum_age AS "minimumAge", r.fee, r.bring,
    coalesce((SELECT jsonb_agg(jsonb_build_object('classSessionId', s.id, 'lessonId', s.lesson_id,
        'lessonTitle', l.title, 'heldOn', s.held_on, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'hall', s.hall,
        'hallAddress', s.hall_address, 'note', s.note, 'cancelled', s.cancelled) ORDER BY s.starts_at, s.id)
      FROM class_sessions s JOIN lessons l ON l.id = s.lesson_id WHERE s.course_run_id = r.id), '[]') AS "classSessions"
  FROM course_runs r JOIN courses c ON c.id = r.course_id`;
const selectRunContent = selectRun('');
const selectRunWithSeats = selectRun('r.taken, r.waiting,');

const selectLesson = `
  SELECT id AS "lessonId", position, kind, title, summary, minutes, required, video_id AS "videoId",
    material_id AS "materialId", quiz_id AS "quizId",
    CASE WHEN kind = 'video' THEN threshold_percent END AS "thresholdPercent"
  FROM lessons`;

/** Runs that ended longer ago are not relevant to people looking for a course. */
const daysShown = 180;

/** The public catalogue. */
@Injectable()
export class CoursesReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async listCourses(): Promise<CourseList> {
    const now = this.clock.now();
    const [courses, published] = await Promise.all([this.allCourses(), this.publishedRuns()]);
    const runs = await this.withSeats(published.filter(({ closesAt }) => closesAt > now));
    return {
      items: courses.map((course) =>
        toCourseSummary(
          course,
          runs.filter(({ courseId }) => courseId === course.courseId),
          now,
        ),
      ),
    };
  }

  /** @throws DomainError platform.not_found */
  async getCourseBySlug(slug: string): Promise<CourseView> {
    const now = this.clock.now();
    const [courses, published] = await Promise.all([this.allCourses(), this.publishedRuns()]);
    const course = courses.find((one) => one.slug === slug);
    if (!course) throw new DomainError('platform.not_found');
    const { courseId, outcomes, faq, completionRule } = course;
    const since = addDays(civilDateOf(now), -daysShown);
    const shown = published.filter((run) => run.courseId === courseId && civilDateOf(run.closesAt) > since);
    const [lessons, runs] = await Promise.all([this.listLessons(courseId), this.withSeats(shown)]);
    return {
      ...toCourseSummary(course, runs, now),
      outcomes,
      faq,
      completionRule,
      lessons,
      runs: runs.map((run) => toCourseRunView(run, now)),
    };
  }

  /**
   * A run for the public: drafts are hidden, a cancelled run is shown as cancelled to people who scan its flyer.
   * @throws DomainError platform.not_found
   */
  async getPublicRun(courseRunId: string): Promise<CourseRunView> {
    const run = await this.findRun(courseRunId);
    if (!run || run.status === 'draft') throw new DomainError('platform.not_found');
    return toCourseRunView(run, this.clock.now());
  }

  /** Every course by name, for a choice. */
  async listCourseChoices(): Promise<{ courseId: CourseId; title: string }[]> {
    return (await this.allCourses()).map(({ courseId, title }) => ({ courseId, title }));
  }

  /** The runs by name, latest closing date first, for a choice. */
  listRunChoices(): Promise<{ courseRunId: CourseRunId; courseTitle: string; name: string }[]> {
    return this.sql.kept(
      'courses.run-choices',
      `SELECT r.id AS "courseRunId", c.title AS "courseTitle", r.name FROM course_runs r JOIN courses c ON c.id = r.course_id
       ORDER BY r.closes_at DESC, r.id DESC LIMIT 200`,
    );
  }

  /** The published runs with their seats, latest closing date first. */
  async listPublishedRuns(): Promise<CourseRunView[]> {
    const runs = await this.withSeats(await this.publishedRuns());
    return runs
      .toSorted((a, b) => b.closesAt.getTime() - a.closesAt.getTime())
      .map((run) => toCourseRunView(run, this.clock.now()));
  }

  /** The lessons of a course in order. */
  listLessons(courseId: string): Promise<LessonView[]> {
    return this.sql.kept<LessonView>(
      'courses.lessons',
      `${selectLesson} WHERE course_id = $1 ORDER BY position`,
      [courseId],
    );
  }

  /** Runs by id, whatever their state; for lists of higher modules. */
  runsByIds(courseRunIds: readonly string[]): Promise<RunContent[]> {
    return this.sql.kept<RunContent>(
      'courses.runs.by-ids',
      `${selectRunContent} WHERE r.id = ANY($1::uuid[])`,
      [[...new Set(courseRunIds)].toSorted()],
    );
  }

  /** The runs of a course, whatever their state. */
  async runIdsOf(courseId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>('SELECT id FROM course_runs WHERE course_id = $1', [
      courseId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** One run with its seats, whatever its state, or null. */
  async findRun(courseRunId: string): Promise<CourseRunRow | null> {
    const [run] = await this.sql.prepared<CourseRunRow>(
      'courses.runs.by-id',
      `${selectRunWithSeats} WHERE r.id = $1`,
      [courseRunId],
    );
    return run ?? null;
  }

  /** One course by id, or null. */
  async findCourse(courseId: string): Promise<CourseRow | null> {
    return (await this.allCourses()).find((course) => course.courseId === courseId) ?? null;
  }

  /** Runs for the office, latest closing date first, starting after the cursor. */
  listRuns(filter: {
    q: string | null;
    fiscalYear: number | null;
    after: readonly [closesAt: string, id: string] | null;
    limit: number;
  }): Promise<CourseRunRow[]> {
    return this.sql.query<CourseRunRow>(
      `${selectRunWithSeats}
       WHERE ($1::text IS NULL OR position(lower(normalize($1, NFKC)) IN lower(normalize(r.name || ' ' || c.title, NFKC))) > 0)
         AND ($2::int IS NULL OR r.fiscal_year = $2)
         AND ($3::timestamptz IS NULL OR (r.closes_at, r.id) < ($3, $4::uuid))
       ORDER BY r.closes_at DESC, r.id DESC LIMIT $5`,
      [filter.q, filter.fiscalYear, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }

  private allCourses(): Promise<CourseRow[]> {
    return this.sql.kept<CourseRow>('courses.all', `${selectCourse} ORDER BY c.position, c.id`);
  }

  /** The published runs of all courses, latest to open first. */
  private publishedRuns(): Promise<RunContent[]> {
    return this.sql.kept<RunContent>(
      'courses.runs.published',
      `${selectRunContent} WHERE r.status = 'published' ORDER BY r.opens_at DESC, r.id`,
    );
  }

  private async withSeats(runs: readonly RunContent[]): Promise<CourseRunRow[]> {
    if (runs.length === 0) return [];
    const seats = await this.sql.prepared<{ id: string; taken: number; waiting: number }>(
      'courses.seats',
      'SELECT id, taken, waiting FROM course_runs WHERE id = ANY($1::uuid[])',
      [runs.map(({ courseRunId }) => courseRunId)],
    );
    const byId = new Map(seats.map((row) => [row.id, row]));
    return runs.flatMap((run) => {
      const seat = byId.get(run.courseRunId);
      return seat ? [{ ...run, taken: seat.taken, waiting: seat.waiting }] : [];
    });
  }
}
