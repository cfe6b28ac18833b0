import { describe, expect, it } from '@jest/globals';
import type { LessonId } from '@kizuna/shared/vocabulary/ids';
import type { LessonKind } from '@kizuna/shared/vocabulary/courses';

import { mayLearn, nextStepOf, type NextStepFacts } from './learning.next-step.policy.js';

const now = new Date('2026-06-10T10:00:00+09:00');

const lesson = (position: number, kind: LessonKind, done = false, required = true) => ({
  lesson: { lessonId: `lesson-${position}` as LessonId, position, kind, required },
  done,
});
const day = (id: string, lessonId: string, date: string, cancelled = false) => ({
  classSessionId: id,
  lessonId,
  startsAt: `${date}T10:00:00+09:00`,
  endsAt: `${date}T12:00:00+09:00`,
  cancelled,
});
const facts = (change: Partial<NextStepFacts>): NextStepFacts => ({
  status: 'confirmed',
  lessons: [],
  classSessions: [],
  ...change,
});

const done = [lesson(1, 'video', true), lesson(2, 'quiz', true)];

describe('the next step', () => {
  it.each([
    ['applied', 'wait_for_confirmation'],
    ['waitlisted', 'wait_for_confirmation'],
    ['selected', 'wait_for_confirmation'],
    ['declined', 'none'],
    ['cancelled', 'none'],
    ['withdrawn', 'none'],
    ['completed', 'download_certificate'],
  ] as const)('of an enrolment that is %s is %s', (status, kind) => {
    expect(nextStepOf(facts({ status, lessons: [lesson(1, 'video')] }), now).kind).toBe(kind);
    expect(mayLearn(status)).toBe(status === 'completed');
  });

  it.each([
    ['the first lesson in the order of the course', [lesson(2, 'quiz'), lesson(1, 'video')], 'lesson-1'],
    ['the next one that is not done', [lesson(1, 'video', true), lesson(2, 'material')], 'lesson-2'],
    ['not one that nobody needs', [lesson(1, 'video', false, false), lesson(2, 'quiz')], 'lesson-2'],
    ['on the screen before in the hall', [lesson(1, 'training_day'), lesson(2, 'quiz')], 'lesson-2'],
  ])('is %s', (_, lessons, lessonId) => {
    expect(nextStepOf(facts({ lessons }), now)).toEqual({ kind: 'lesson', lessonId, classSessionId: null });
  });

  it.each([
    [
      'the earliest that is to come',
      [day('b', 'lesson-3', '2026-07-01'), day('a', 'lesson-3', '2026-06-20')],
      'a',
    ],
    ['today, until it has ended', [day('a', 'lesson-3', '2026-06-10')], 'a'],
    [
      'the other date of one that was cancelled',
      [day('a', 'lesson-3', '2026-06-20', true), day('b', 'lesson-3', '2026-07-01')],
      'b',
    ],
    ['none when all are over', [day('a', 'lesson-3', '2026-06-09')], null],
  ])('is the training day: %s', (_, classSessions, classSessionId) => {
    const lessons = [...done, lesson(3, 'training_day')];
    expect(nextStepOf(facts({ lessons, classSessions }), now)).toEqual({
      kind: 'training_day',
      lessonId: 'lesson-3',
      classSessionId,
    });
  });

  it('is to wait for the certificate once everything is done, though another date is still to come', () => {
    const lessons = [...done, lesson(3, 'training_day', true)];
    const classSessions = [day('b', 'lesson-3', '2026-07-01')];
    expect(nextStepOf(facts({ lessons, classSessions }), now).kind).toBe('wait_for_certificate');
    expect(nextStepOf(facts({ lessons: done }), now).kind).toBe('wait_for_certificate');
  });

  it('is to wait when a further day was missed that the rule may not ask for', () => {
    const lessons = [...done, lesson(3, 'training_day', true), lesson(4, 'training_day')];
    expect(nextStepOf(facts({ lessons }), now).kind).toBe('wait_for_certificate');
  });
});
