import type { LessonView } from '@kizuna/shared/contracts/courses';
import type { LearningSummary, NextStep } from '@kizuna/shared/contracts/learning';
import { learningStatuses, type EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';

export interface NextStepFacts {
  status: EnrolmentStatus;
  /** The lessons of the course, in any order. */
  lessons: readonly {
    lesson: Pick<LessonView, 'lessonId' | 'position' | 'kind' | 'required'>;
    done: boolean;
  }[];
  /** The training days of the run, in any order. */
  classSessions: readonly {
    classSessionId: string;
    lessonId: string;
    startsAt: string;
    endsAt: string;
    cancelled: boolean;
  }[];
}

/** The one next step, by ids. */
export interface NextStepDecision {
  kind: NextStep['kind'];
  lessonId: string | null;
  classSessionId: string | null;
}

const waiting: readonly EnrolmentStatus[] = ['applied', 'waitlisted', 'selected'];

/** Whether lessons are accessible in this state of the enrolment. */
export function mayLearn(status: EnrolmentStatus): boolean {
  return learningStatuses.some((open) => open === status);
}

/**
 * The learner's next step: the first required on-screen lesson that is not done, in course order; then the next
 * training day of a lesson that was not attended; then waiting for the certificate. A training day whose dates have all
 * passed is still named, without a date, so that the page can say whom to ask.
 */
export function nextStepOf(facts: NextStepFacts, now: Date): NextStepDecision {
  const step = (
    kind: NextStep['kind'],
    lessonId: string | null = null,
    classSessionId: string | null = null,
  ) => ({
    kind,
    lessonId,
    classSessionId,
  });
  if (waiting.includes(facts.status)) return step('wait_for_confirmation');
  if (facts.status === 'completed') return step('download_certificate');
  if (!mayLearn(facts.status)) return step('none');
  const undone = facts.lessons
    .filter(({ lesson, done }) => lesson.required && !done)
    .map(({ lesson }) => lesson)
    .toSorted((a, b) => a.position - b.position);
  const onScreen = undone.find(({ kind }) => kind !== 'training_day');
  if (onScreen) return step('lesson', onScreen.lessonId);
  const coming = facts.classSessions
    .filter((day) => !day.cancelled && new Date(day.endsAt) > now)
    .filter((day) => undone.some(({ lessonId }) => lessonId === day.lessonId))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
  if (coming) return step('training_day', coming.lessonId, coming.classSessionId);
  const attended = facts.lessons.some(({ lesson, done }) => lesson.kind === 'training_day' && done);
  const missed = undone[0];
  return missed && !attended ? step('training_day', missed.lessonId) : step('wait_for_certificate');
}

/** What can be done now comes before what has to be waited for. */
const urgency: readonly NextStep['kind'][] = [
  'training_day',
  'lesson',
  'download_certificate',
  'wait_for_certificate',
  'wait_for_confirmation',
  'none',
];

/** A learner's courses by urgency, else in their order. A training day comes first only if it has a date. */
export function byUrgency(items: readonly LearningSummary[]): LearningSummary[] {
  const rank = ({ nextStep, status }: LearningSummary) =>
    (status === 'completed' ? 2 : 0) +
    (nextStep.kind === 'training_day' && !nextStep.classSession ? 1.5 : urgency.indexOf(nextStep.kind));
  return items.toSorted((a, b) => rank(a) - rank(b));
}
