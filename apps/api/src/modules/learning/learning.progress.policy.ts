import type { LessonView } from '@kizuna/shared/contracts/courses';
import { civilDateOf, type CivilDate } from '@kizuna/shared/rules/civil-date';

/** The progress of an enrolment in a lesson. */
export interface Progress {
  lessonId: string;
  state: 'in_progress' | 'done';
  /** Best score of a quiz. */
  bestPercent: number | null;
  doneAt: Date | null;
  lastActiveAt: Date;
}

export interface ProgressRow extends Progress {
  enrolmentId: string;
}

export type ProgressByLesson = ReadonlyMap<string, Progress>;
type CountedLesson = Pick<LessonView, 'lessonId' | 'kind' | 'required'>;

/** The facts about one enrolment needed by certification. */
export interface LearningFacts {
  /** Required videos and materials, and the number of them done. */
  requiredTotal: number;
  requiredDone: number;
  /** Whether the course has a required quiz. */
  hasQuiz: boolean;
  /** The best score; with several quizzes the lowest of the best scores; null while one has not been submitted. */
  bestQuizPercent: number | null;
  /** The latest day on which one of these was completed or a quiz was passed. */
  lastDoneOn: CivilDate | null;
  /** The last activity in the course; null if it was not started. */
  lastActiveAt: Date | null;
}

const isDone = (progress: ProgressByLesson, lesson: CountedLesson) =>
  progress.get(lesson.lessonId)?.state === 'done';

/** Required on-screen lessons (videos, materials, quizzes), and the number done: the learner's progress bar. */
export function requiredOnScreen(lessons: readonly CountedLesson[], progress: ProgressByLesson) {
  const required = lessons.filter((lesson) => lesson.required && lesson.kind !== 'training_day');
  return {
    requiredTotal: required.length,
    requiredDone: required.filter((lesson) => isDone(progress, lesson)).length,
  };
}

/** The best quiz result of an enrolment; see LearningFacts. */
export function bestQuizPercentOf(
  lessons: readonly CountedLesson[],
  progress: ProgressByLesson,
): number | null {
  const scores = lessons
    .filter(({ required, kind }) => required && kind === 'quiz')
    .map(({ lessonId }) => progress.get(lessonId)?.bestPercent ?? null);
  return scores.length === 0 || scores.includes(null) ? null : Math.min(...scores.map((score) => score ?? 0));
}

/** The facts of one enrolment for the completion decision. */
export function learningFactsOf(
  lessons: readonly CountedLesson[],
  progress: ProgressByLesson,
): LearningFacts {
  const required = lessons.filter((lesson) => lesson.required && lesson.kind !== 'training_day');
  const toDo = required.filter(({ kind }) => kind !== 'quiz');
  const lastDoneAt = required
    .map(({ lessonId }) => progress.get(lessonId)?.doneAt?.getTime() ?? 0)
    .reduce((latest, time) => Math.max(latest, time), 0);
  return {
    requiredTotal: toDo.length,
    requiredDone: toDo.filter((lesson) => isDone(progress, lesson)).length,
    hasQuiz: required.length > toDo.length,
    bestQuizPercent: bestQuizPercentOf(lessons, progress),
    lastDoneOn: lastDoneAt === 0 ? null : civilDateOf(new Date(lastDoneAt)),
    lastActiveAt: latestOf([...progress.values()].map((own) => own.lastActiveAt)),
  };
}

function latestOf(times: readonly Date[]): Date | null {
  return times.reduce<Date | null>((latest, time) => (latest && latest >= time ? latest : time), null);
}

/** Mean percent watched of the required films; null if the course has none. A film not started counts as 0. */
export function watchedPercentOf(
  lessons: readonly (CountedLesson & Pick<LessonView, 'videoId'>)[],
  percentOf: (videoId: string) => number | undefined,
): number | null {
  const films = lessons.flatMap(({ required, videoId }) => (required && videoId ? [videoId] : []));
  if (films.length === 0) return null;
  return Math.floor(films.reduce((sum, videoId) => sum + (percentOf(videoId) ?? 0), 0) / films.length);
}

/** The progress of one enrolment, by lesson. */
export function byLesson(rows: readonly ProgressRow[], enrolmentId: string): Map<string, Progress> {
  return new Map(
    rows.filter((row) => row.enrolmentId === enrolmentId).map((row) => [row.lessonId, row] as const),
  );
}
