import type { CourseList, CourseRunView, CourseView, LessonView } from '@kizuna/shared/contracts/courses';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { toCourseRunView, toCourseSummary } from './courses.mapper.js';
import type { CourseRow, CourseRunRow } from './courses.rows.js';

const selectCourse = `
  SELECT c.id AS "courseId", c.position, c.slug, c.stage, c.title, c.short_title AS "shortTitle", c.tagline, c.summary,
    c.audience, c.outcomes, c.faq, c.completion_rule AS "completionRule",
    (SELECT count(*)::int FROM lessons l WHERE l.course_id = c.id) AS "lessonCount",
    (SELECT coalesce(sum(l.minutes), 0)::int FROM lessons l WHERE l.course_id = c.id) AS "totalMinutes"
  FROM courses c`;

const selectRun = `
  SELECT r.id AS "courseRunId", r.course_id AS "courseId", c.slug AS "courseSlug", c.title AS "courseTitle", r.name,
    r.fiscal_year AS "fiscalYear", r.status, r.opens_at AS "opensAt", r.closes_at AS "closesAt", r.capacity, r.taken,
    r.waiting, r.minimum_age AS "minimumAge", r.fee, r.bring,
    coalesce((SELECT jsonb_agg(jsonb_build_object('classSessionId', s.id, 'lessonId', s.lesson_id,
        'lessonTitle', l.title, 'heldOn', s.held_on, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'hall', s.hall,
        'hallAddress', s.hall_address, 'note', s.note, 'cancelled', s.cancelled) ORDER BY s.starts_at, s.id)
      FROM class_sessions s JOIN lessons l ON l.id = s.lesson_id WHERE s.course_run_id = r.id), '[]') AS "classSessions"
  FROM course_runs r JOIN courses c ON c.id = r.course_id`;

const selectLesson = `
  SELECT id AS "lessonId", position, kind, title, summary, minutes, required, video_id AS "videoId",
    material_id AS "materialId", quiz_id AS "quizId",
    CASE WHEN kind = 'video' THEN threshold_percent END AS "thresholdPercent"
  FROM lessons`;

/** A run as JSON built by the database: timestamps are strings with an offset. */
type RunJson = Omit<CourseRunRow, 'opensAt' | 'closesAt'> & { opensAt: string; closesAt: string };

const fromJson = (run: RunJson): CourseRunRow => ({
  ...run,
  opensAt: new Date(run.opensAt),
  closesAt: new Date(run.closesAt),
});

/**
 * The published runs of course `o` as part of the same query: these two reads are the most frequent, so one round trip
 * is used instead of two.
 */
const runsOfCourse = (condition: string) => `
  coalesce((SELECT json_agg(x ORDER BY x."opensAt" DESC, x."courseRunId") FROM (${selectRun}
    WHERE r.course_id = o."courseId" AND r.status = 'published' AND ${condition}) x), '[]') AS runs`;

/** The public catalogue. */
@Injectable()
export class CoursesReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async listCourses(): Promise<CourseList> {
    const now = this.clock.now();
    const courses = await this.sql.prepared<CourseRow & { runs: RunJson[] }>(
      'courses.list',
      `SELECT o.*, ${runsOfCourse('r.closes_at > $1')} FROM (${selectCourse}) o ORDER BY o.position, o."courseId"`,
      [now],
    );
    return { items: courses.map(({ runs, ...course }) => toCourseSummary(course, runs.map(fromJson), now)) };
  }

  /** @throws DomainError platform.not_found */
  async getCourseBySlug(slug: string): Promise<CourseView> {
    const now = this.clock.now();
    // Runs that ended more than half a year ago are not relevant to people looking for a course
    const [course] = await this.sql.prepared<CourseRow & { runs: RunJson[]; lessons: LessonView[] }>(
      'courses.by-slug',
      `SELECT o.*, ${runsOfCourse(`r.closes_at > $2::timestamptz - interval '180 days'`)},
         coalesce((SELECT json_agg(l ORDER BY l.position) FROM (${selectLesson} WHERE course_id = o."courseId") l), '[]')
           AS lessons
       FROM (${selectCourse} WHERE c.slug = $1) o`,
      [slug, now],
    );
    if (!course) throw new DomainError('platform.not_found');
    const runs = course.runs.map(fromJson);
    return {
      ...toCourseSummary(course, runs, now),
      outcomes: course.outcomes,
      faq: course.faq,
      completionRule: course.completionRule,
      lessons: course.lessons,
      runs: runs.map((run) => toCourseRunView(run, now)),
    };
  }

  /**
   * A run for the public: drafts are hidden, a cancelled run is shown as cancelled to people who scan its flyer.
   * @throws DomainError platform.not_found
   */
  async getPublicRun(courseRunId: string): Promise<CourseRunView> {
    const [run] = await this.sql.prepared<CourseRunRow>(
      'courses.runs.public',
      `${selectRun} WHERE r.id = $1 AND r.status <> 'draft'`,
      [courseRunId],
    );
    if (!run) throw new DomainError('platform.not_found');
    return toCourseRunView(run, this.clock.now());
  }

  /** The lessons of a course in order. */
  listLessons(courseId: string): Promise<LessonView[]> {
    return this.sql.prepared<LessonView>(
      'courses.lessons',
      `${selectLesson} WHERE course_id = $1 ORDER BY position`,
      [courseId],
    );
  }

  /** Runs by id, whatever their state; for lists of higher modules. */
  runsByIds(courseRunIds: readonly string[]): Promise<CourseRunRow[]> {
    return this.sql.prepared<CourseRunRow>(
      'courses.runs.by-ids',
      `${selectRun} WHERE r.id = ANY($1::uuid[])`,
      [[...new Set(courseRunIds)]],
    );
  }

  /** The runs of a course, whatever their state. */
  async runIdsOf(courseId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>('SELECT id FROM course_runs WHERE course_id = $1', [
      courseId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** One run, whatever its state, or null. */
  async findRun(courseRunId: string): Promise<CourseRunRow | null> {
    return (await this.runsByIds([courseRunId]))[0] ?? null;
  }

  /** One course by id, or null. */
  async findCourse(courseId: string): Promise<CourseRow | null> {
    return this.sql.one<CourseRow>(`${selectCourse} WHERE c.id = $1`, [courseId]);
  }

  /** Runs for the office, latest closing date first, starting after the cursor. */
  listRuns(filter: {
    q: string | null;
    fiscalYear: number | null;
    after: readonly [closesAt: string, id: string] | null;
    limit: number;
  }): Promise<CourseRunRow[]> {
    return this.sql.query<CourseRunRow>(
      `${selectRun}
       WHERE ($1::text IS NULL OR position(lower(normalize($1, NFKC)) IN lower(normalize(r.name || ' ' || c.title, NFKC))) > 0)
         AND ($2::int IS NULL OR r.fiscal_year = $2)
         AND ($3::timestamptz IS NULL OR (r.closes_at, r.id) < ($3, $4::uuid))
       ORDER BY r.closes_at DESC, r.id DESC LIMIT $5`,
      [filter.q, filter.fiscalYear, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
    );
  }
}
