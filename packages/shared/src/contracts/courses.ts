import { z } from 'zod';
import { applicationWindows, courseRunStatuses, courseStages, lessonKinds } from '../vocabulary/courses.js';
import {
  classSessionId,
  courseId,
  courseRunId,
  lessonId,
  materialId,
  personId,
  quizId,
  videoId,
} from '../vocabulary/ids.js';
import { civilDate, count, instant, line, listQuery, pageOf, text, timeOfDay } from './fields.js';

export const LessonView = z
  .object({
    lessonId,
    position: count,
    kind: z.enum(lessonKinds),
    title: z.string(),
    summary: z.string(),
    minutes: count,
    required: z.boolean(),
    videoId: videoId.nullable(),
    materialId: materialId.nullable(),
    quizId: quizId.nullable(),
    /** Percentage of the film that has to be watched; null for other lessons. */
    thresholdPercent: count.nullable(),
  })
  .meta({ id: 'LessonView' });
export type LessonView = z.infer<typeof LessonView>;

/** A training day (集合研修). Days with the same lesson are alternative dates: attending one of them counts. */
export const ClassSessionView = z
  .object({
    classSessionId,
    lessonId,
    lessonTitle: z.string(),
    heldOn: civilDate,
    startsAt: instant,
    endsAt: instant,
    hall: z.string(),
    hallAddress: z.string(),
    note: z.string().nullable(),
    cancelled: z.boolean(),
  })
  .meta({ id: 'ClassSessionView' });
export type ClassSessionView = z.infer<typeof ClassSessionView>;

export const CompletionRule = z
  .object({
    /** All required videos and materials must be done. */
    requiredLessons: z.boolean(),
    quizPassPercent: z.number().int().min(0).max(100).nullable(),
    /** Distinct training-day lessons attended, `need` of `of`; null if the course has none. */
    attendance: z.object({ need: count, of: count }).nullable(),
  })
  .meta({ id: 'CompletionRule' });
export type CompletionRule = z.infer<typeof CompletionRule>;

export const CourseRunView = z
  .object({
    courseRunId,
    courseId,
    courseSlug: z.string(),
    courseTitle: z.string(),
    name: z.string(),
    fiscalYear: z.number().int(),
    status: z.enum(courseRunStatuses),
    opensAt: instant,
    closesAt: instant,
    capacity: count,
    placesLeft: count,
    waiting: count,
    window: z.enum(applicationWindows),
    minimumAge: count.nullable(),
    fee: z.string().nullable(),
    bring: z.string().nullable(),
    classSessions: z.array(ClassSessionView),
    can: z.object({ apply: z.boolean() }),
  })
  .meta({ id: 'CourseRunView' });
export type CourseRunView = z.infer<typeof CourseRunView>;

export const CourseSummary = z
  .object({
    courseId,
    slug: z.string(),
    stage: z.enum(courseStages),
    title: z.string(),
    shortTitle: z.string(),
    tagline: z.string(),
    summary: z.string(),
    audience: z.string(),
    lessonCount: count,
    totalMinutes: count,
    /** The run that is open for applications, otherwise the next one to open; null if none is planned. */
    nextRun: CourseRunView.nullable(),
  })
  .meta({ id: 'CourseSummary' });
export type CourseSummary = z.infer<typeof CourseSummary>;
export const CourseList = z.object({ items: z.array(CourseSummary) }).meta({ id: 'CourseList' });
export type CourseList = z.infer<typeof CourseList>;

export const CourseView = CourseSummary.extend({
  outcomes: z.array(z.string()),
  faq: z.array(z.object({ question: z.string(), answer: z.string() })),
  lessons: z.array(LessonView),
  completionRule: CompletionRule,
  runs: z.array(CourseRunView),
}).meta({ id: 'CourseView' });
export type CourseView = z.infer<typeof CourseView>;

export const CourseRunBody = z
  .object({
    courseId,
    name: line(100, 'courses.name_required'),
    opensAt: instant,
    closesAt: instant,
    capacity: z
      .number({ error: 'courses.capacity_invalid' })
      .int()
      .min(1, { error: 'courses.capacity_invalid' })
      .max(1000, { error: 'courses.capacity_invalid' }),
    minimumAge: z.number().int().min(0).max(120).nullable().default(null),
    fee: text(200).nullable().default(null),
    bring: text(500).nullable().default(null),
    status: z.enum(courseRunStatuses).default('draft'),
    instructorIds: z.array(personId).max(20).default([]),
  })
  .refine((v) => Date.parse(v.closesAt) > Date.parse(v.opensAt), {
    error: 'courses.window_invalid',
    path: ['closesAt'],
  })
  .meta({ id: 'CourseRunBody' });
export type CourseRunBody = z.infer<typeof CourseRunBody>;

export const ClassSessionBody = z
  .object({
    lessonId,
    heldOn: civilDate,
    startTime: timeOfDay,
    endTime: timeOfDay,
    hall: line(100, 'courses.hall_required'),
    hallAddress: line(200, 'courses.hall_required'),
    note: text(500).nullable().default(null),
    cancelled: z.boolean().default(false),
  })
  .refine((v) => v.endTime > v.startTime, { error: 'courses.session_times_invalid', path: ['endTime'] })
  .meta({ id: 'ClassSessionBody' });
export type ClassSessionBody = z.infer<typeof ClassSessionBody>;

export const CourseRunAdminView = CourseRunView.extend({
  taken: count,
  trainingDayLessons: z.array(LessonView),
  instructors: z.array(z.object({ personId, name: z.string() })),
}).meta({ id: 'CourseRunAdminView' });
export type CourseRunAdminView = z.infer<typeof CourseRunAdminView>;

export const CourseRunListQuery = z
  .object({ ...listQuery, fiscalYear: z.coerce.number().int().optional() })
  .meta({ id: 'CourseRunListQuery' });
export type CourseRunListQuery = z.infer<typeof CourseRunListQuery>;
export const CourseRunPage = pageOf(CourseRunView.extend({ taken: count })).meta({ id: 'CourseRunPage' });
export type CourseRunPage = z.infer<typeof CourseRunPage>;

/** A course's requirements on its films. */
export const CourseFilmRules = z
  .object({
    courseId,
    courseTitle: z.string(),
    /** Whether watching the digest of a film is enough. */
    digestCounts: z.boolean(),
    /** The video lessons in order. */
    lessons: z.array(z.object({ lessonId, position: count, title: z.string(), thresholdPercent: count })),
  })
  .meta({ id: 'CourseFilmRules' });
export type CourseFilmRules = z.infer<typeof CourseFilmRules>;

/**
 * Percentage of a film. Watching less than half is not watching it; the maximum is below 100 so that a black end frame
 * excludes nobody.
 */
const thresholdPercent = z
  .number({ error: 'courses.threshold_invalid' })
  .int({ error: 'courses.threshold_invalid' })
  .min(50, { error: 'courses.threshold_invalid' })
  .max(99, { error: 'courses.threshold_invalid' });

/** Lessons that are left out stay unchanged. */
export const CourseFilmRulesBody = z
  .object({
    digestCounts: z.boolean(),
    lessons: z.array(z.object({ lessonId, thresholdPercent })).max(200),
  })
  .meta({ id: 'CourseFilmRulesBody' });
export type CourseFilmRulesBody = z.infer<typeof CourseFilmRulesBody>;
