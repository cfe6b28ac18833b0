import type { CompletionRule, CourseRunView } from '@kizuna/shared/contracts/courses';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { t } from '#lib/i18n/t.ts';

const fewPlaces = 5;

type WindowFacts = Pick<CourseRunView, 'window' | 'status'>;

/** Whether one can apply, as text. */
export function windowWords(run: WindowFacts): string {
  if (run.status === 'cancelled') return courses.windowCancelled;
  const words = {
    open: courses.windowOpen,
    waiting_list: courses.windowWaiting,
    not_yet: courses.windowNotYet,
    closed: courses.windowClosed,
  };
  return words[run.window];
}

/** Advice if a person cannot simply apply: the run is full, closed, not open yet or cancelled; '' if it is open. */
export function windowAdvice(run: WindowFacts): string {
  if (run.status === 'cancelled') return courses.cancelledExplained;
  const words = {
    open: '',
    waiting_list: courses.waitingExplained,
    not_yet: courses.notYetExplained,
    closed: courses.closedExplained,
  };
  return words[run.window];
}

/** The seats as text: how many are left while one can apply, otherwise how many there are. */
export function placesWords(run: CourseRunView): string {
  if (run.window === 'waiting_list')
    return t(courses.placesFull, { capacity: run.capacity, waiting: run.waiting });
  if (run.window !== 'open') return t(courses.placesOf, { capacity: run.capacity });
  const params = { left: run.placesLeft, capacity: run.capacity };
  return run.placesLeft <= fewPlaces ? t(courses.placesFew, params) : t(courses.placesLeft, params);
}

/** The completion rule as sentences, one per condition. */
export function ruleWords(rule: CompletionRule): string[] {
  const { requiredLessons, quizPassPercent, attendance } = rule;
  return [
    ...(requiredLessons ? [courses.ruleLessons] : []),
    ...(quizPassPercent === null ? [] : [t(courses.ruleQuiz, { percent: quizPassPercent })]),
    ...(attendance ? [attendanceWords(attendance)] : []),
  ];
}

function attendanceWords({ need, of }: { need: number; of: number }): string {
  if (need === of) return need === 1 ? courses.ruleAttendOne : t(courses.ruleAttendAll, { need });
  return t(courses.ruleAttendSome, { need, of });
}

/** Whether some training days are alternative dates of the same lesson: attending one of them counts. */
export function hasAlternatives(run: CourseRunView): boolean {
  const open = run.classSessions.filter((day) => !day.cancelled);
  return new Set(open.map((day) => day.lessonId)).size < open.length;
}
