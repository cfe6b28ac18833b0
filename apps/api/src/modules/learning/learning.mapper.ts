import type { LessonView } from '@kizuna/shared/contracts/courses';
import type {
  LearningCourseView,
  LearningHome,
  LearningSummary,
  LessonProgressView,
  NextStep,
  WatchView,
} from '@kizuna/shared/contracts/learning';
import { activeStatuses } from '@kizuna/shared/vocabulary/enrolment';

import { toClassSessionView, type RunOutline } from '../courses/index.js';
import type { EnrolmentFacts } from '../enrolment/index.js';
import { watchOf, type Watched } from '../video/index.js';
import { nextStepOf } from './learning.next-step.policy.js';
import {
  byLesson,
  requiredOnScreen,
  type Progress,
  type ProgressByLesson,
  type ProgressRow,
} from './learning.progress.policy.js';

/** What was watched of the films of a course, by video id. */
export type WatchByVideo = ReadonlyMap<string, Watched>;

/** Maps the progress of a lesson to its view. */
export function toLessonProgress(
  lesson: LessonView,
  progress: Progress | undefined,
  watch: WatchView | undefined,
): LessonProgressView {
  return {
    lesson,
    state: progress?.state ?? 'not_started',
    doneAt: progress?.doneAt?.toISOString() ?? null,
    percent: lesson.kind === 'video' ? shownPercent(watch) : (progress?.bestPercent ?? null),
    remainingMs: watch?.remainingMs ?? null,
  };
}

/** Percent of the film that is credited; a film seen at a group viewing counts as a whole. */
export function shownPercent(watch: WatchView | undefined): number | null {
  return watch?.groupViewing ? 100 : (watch?.percent ?? null);
}

/** What was watched of a lesson's film, measured by the lesson's threshold; undefined if nothing was. */
export function watchOfLesson(
  lesson: Pick<LessonView, 'videoId' | 'thresholdPercent'>,
  watched: WatchByVideo,
): WatchView | undefined {
  const found = lesson.videoId ? watched.get(lesson.videoId) : undefined;
  return found && watchOf(found, lesson.thresholdPercent);
}

/** Maps an enrolment to its summary, with its one next step. */
export function toSummary(
  enrolment: EnrolmentFacts,
  outline: RunOutline,
  progress: ProgressByLesson,
  watched: WatchByVideo,
  now: Date,
): LearningSummary {
  const classSessions = outline.classSessions.map(toClassSessionView);
  const decision = nextStepOf(
    {
      status: enrolment.status,
      lessons: outline.lessons.map((lesson) => ({
        lesson,
        done: progress.get(lesson.lessonId)?.state === 'done',
      })),
      classSessions,
    },
    now,
  );
  const lesson = outline.lessons.find(({ lessonId }) => lessonId === decision.lessonId) ?? null;
  const nextStep: NextStep = {
    kind: decision.kind,
    lesson,
    resumeMs: (lesson && watchOfLesson(lesson, watched)?.resumeMs) ?? null,
    classSession: classSessions.find((day) => day.classSessionId === decision.classSessionId) ?? null,
  };
  return {
    enrolmentId: enrolment.enrolmentId,
    courseRunId: outline.courseRunId,
    courseSlug: outline.courseSlug,
    courseTitle: outline.courseTitle,
    runName: outline.runName,
    status: enrolment.status,
    ...requiredOnScreen(outline.lessons, progress),
    nextStep,
    classSessions,
  };
}

/** What was read of a learner. */
export interface LearnerProgress {
  /** Of any enrolments; those of others do not matter. */
  progress: readonly ProgressRow[];
  watched: WatchByVideo;
  now: Date;
}

/** A learner's courses that are not over, in the order of the enrolments. */
export function toLearningHome(
  enrolments: readonly EnrolmentFacts[],
  outlines: ReadonlyMap<string, RunOutline>,
  { progress, watched, now }: LearnerProgress,
): LearningHome {
  const active = enrolments.filter(({ status }) => activeStatuses.some((one) => one === status));
  return {
    items: active.flatMap((enrolment) => {
      const outline = outlines.get(enrolment.courseRunId);
      const own = byLesson(progress, enrolment.enrolmentId);
      return outline ? [toSummary(enrolment, outline, own, watched, now)] : [];
    }),
  };
}

/** A learner's course with all its lessons. */
export function toLearningCourse(
  enrolment: EnrolmentFacts,
  outline: RunOutline,
  { progress, watched, now }: LearnerProgress,
): LearningCourseView {
  const own = byLesson(progress, enrolment.enrolmentId);
  return {
    ...toSummary(enrolment, outline, own, watched, now),
    lessons: outline.lessons.map((lesson) =>
      toLessonProgress(lesson, own.get(lesson.lessonId), watchOfLesson(lesson, watched)),
    ),
  };
}

/** What a person has watched, by film. */
export function watchByVideo(watched: readonly Watched[]): WatchByVideo {
  return new Map(watched.map((one) => [one.videoId, one]));
}
