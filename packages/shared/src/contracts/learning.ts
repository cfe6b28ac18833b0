import { z } from 'zod';
import { enrolmentStatuses } from '../vocabulary/enrolment.js';
import { attemptId, courseRunId, enrolmentId, lessonId, personId, videoId } from '../vocabulary/ids.js';
import { ClassSessionView, LessonView } from './courses.js';
import { civilDate, count, instant } from './fields.js';
import { MaterialView } from './materials.js';
import { VideoView } from './video.js';

const rangeMs = z.tuple([count.max(86_400_000), count.max(86_400_000)]);

export const LessonProgressView = z
  .object({
    lesson: LessonView,
    state: z.enum(['not_started', 'in_progress', 'done']),
    doneAt: instant.nullable(),
    /** Video: percentage of the film credited. Quiz: best score. Otherwise null. */
    percent: count.nullable(),
    remainingMs: count.nullable(),
  })
  .meta({ id: 'LessonProgressView' });
export type LessonProgressView = z.infer<typeof LessonProgressView>;

/** The single next step of an enrolment. */
export const NextStep = z
  .object({
    kind: z.enum([
      'lesson',
      'training_day',
      'wait_for_confirmation',
      'wait_for_certificate',
      'download_certificate',
      'none',
    ]),
    lesson: LessonView.nullable(),
    resumeMs: count.nullable(),
    classSession: ClassSessionView.nullable(),
  })
  .meta({ id: 'NextStep' });
export type NextStep = z.infer<typeof NextStep>;

export const LearningSummary = z
  .object({
    enrolmentId,
    courseRunId,
    courseSlug: z.string(),
    courseTitle: z.string(),
    runName: z.string(),
    status: z.enum(enrolmentStatuses),
    requiredDone: count,
    requiredTotal: count,
    nextStep: NextStep,
    classSessions: z.array(ClassSessionView),
  })
  .meta({ id: 'LearningSummary' });
export type LearningSummary = z.infer<typeof LearningSummary>;
export const LearningHome = z.object({ items: z.array(LearningSummary) }).meta({ id: 'LearningHome' });
export type LearningHome = z.infer<typeof LearningHome>;

export const LearningCourseView = LearningSummary.extend({ lessons: z.array(LessonProgressView) }).meta({
  id: 'LearningCourseView',
});
export type LearningCourseView = z.infer<typeof LearningCourseView>;

export const WatchView = z
  .object({
    creditedRanges: z.array(rangeMs),
    missingRanges: z.array(rangeMs),
    percent: count,
    remainingMs: count,
    resumeMs: count,
    /** Set on the lesson; never 100, so that a black end frame excludes nobody. */
    thresholdPercent: count,
    /** A 学習会 at which the film was shown as a whole; it counts like watching all of it. */
    groupViewing: z.object({ heldOn: civilDate, place: z.string() }).nullable(),
    done: z.boolean(),
  })
  .meta({ id: 'WatchView' });
export type WatchView = z.infer<typeof WatchView>;

export const LearningLessonView = z
  .object({
    enrolmentId,
    courseTitle: z.string(),
    courseSlug: z.string(),
    progress: LessonProgressView,
    video: VideoView.nullable(),
    watch: WatchView.nullable(),
    /** The short version of the lesson's film, with its own watch record; `counts` is the course's setting. */
    digest: z.object({ video: VideoView, watch: WatchView, counts: z.boolean() }).nullable(),
    material: MaterialView.nullable(),
    quiz: z
      .object({
        questionCount: count,
        passPercent: count,
        attempts: z.array(
          z.object({
            attemptId,
            number: count,
            state: z.enum(['open', 'submitted']),
            scorePercent: count.nullable(),
            passed: z.boolean().nullable(),
            startedAt: instant,
          }),
        ),
        attemptsLeft: count.nullable(),
        can: z.object({ start: z.boolean() }),
      })
      .nullable(),
    classSessions: z.array(ClassSessionView),
    previousLessonId: lessonId.nullable(),
    nextLessonId: lessonId.nullable(),
  })
  .meta({ id: 'LearningLessonView' });
export type LearningLessonView = z.infer<typeof LearningLessonView>;

/** Which film to open: the lesson's own if omitted, otherwise its digest. */
export const PlaybackBody = z.object({ videoId: videoId.optional() }).meta({ id: 'PlaybackBody' });
export type PlaybackBody = z.infer<typeof PlaybackBody>;

export const PlaybackView = z.object({ playbackId: z.uuid(), watch: WatchView }).meta({ id: 'PlaybackView' });
export type PlaybackView = z.infer<typeof PlaybackView>;

export const WatchReportBody = z
  .object({
    playbackId: z.uuid({ error: 'platform.id_invalid' }),
    /** Increases by one with every report of a playback; a repeated number has no effect. */
    sequence: z.number().int().min(0).max(2_000_000_000),
    /** The element's own `played` ranges of this playback so far, in milliseconds. */
    playedRanges: z.array(rangeMs).max(2_000, { error: 'video.range_invalid' }),
    positionMs: count.max(86_400_000),
    /** The parts played more than once in this playback (after seeking back), for the curve of re-watched parts. */
    replayedRanges: z.array(rangeMs).max(2_000, { error: 'video.range_invalid' }).default([]),
    /** Reports of this playback that did not reach the server at the first attempt, for operations. */
    failedReports: count.max(1_000_000).default(0),
  })
  .meta({ id: 'WatchReportBody' });
export type WatchReportBody = z.infer<typeof WatchReportBody>;

export const RunProgressRow = z
  .object({
    enrolmentId,
    personId,
    name: z.string(),
    kana: z.string(),
    status: z.enum(enrolmentStatuses),
    requiredDone: count,
    requiredTotal: count,
    bestQuizPercent: count.nullable(),
    watchedPercent: count.nullable(),
    lastActiveAt: instant.nullable(),
  })
  .meta({ id: 'RunProgressRow' });
export type RunProgressRow = z.infer<typeof RunProgressRow>;
export const RunProgressList = z
  .object({ courseTitle: z.string(), runName: z.string(), items: z.array(RunProgressRow) })
  .meta({ id: 'RunProgressList' });
export type RunProgressList = z.infer<typeof RunProgressList>;
