import { describe, expect, it } from '@jest/globals';
import type { LessonKind } from '@kizuna/shared/vocabulary/courses';
import type { LessonId, VideoId } from '@kizuna/shared/vocabulary/ids';

import {
  bestQuizPercentOf,
  learningFactsOf,
  requiredOnScreen,
  watchedPercentOf,
  type Progress,
} from './learning.progress.policy.js';

const lesson = (id: string, kind: LessonKind, required = true) => ({
  lessonId: id as LessonId,
  kind,
  required,
  videoId: kind === 'video' ? (`film-${id}` as VideoId) : null,
});
const done = (lessonId: string, doneAt: string, bestPercent: number | null = null): [string, Progress] => [
  lessonId,
  { lessonId, state: 'done', bestPercent, doneAt: new Date(doneAt), lastActiveAt: new Date(doneAt) },
];
const begun = (lessonId: string, bestPercent: number | null = null): [string, Progress] => [
  lessonId,
  { lessonId, state: 'in_progress', bestPercent, doneAt: null, lastActiveAt: new Date(0) },
];

const course = [
  lesson('film', 'video'),
  lesson('text', 'material'),
  lesson('extra', 'video', false),
  lesson('quiz', 'quiz'),
  lesson('day', 'training_day'),
];

describe('the facts for the completion', () => {
  it('are none at first', () => {
    expect(learningFactsOf(course, new Map())).toEqual({
      requiredTotal: 2,
      requiredDone: 0,
      hasQuiz: true,
      bestQuizPercent: null,
      lastDoneOn: null,
      lastActiveAt: null,
    });
  });

  it('count required films and materials, the best score, and the last day in Japan', () => {
    const progress = new Map([
      done('film', '2026-06-10T00:00:00Z'),
      begun('text'),
      done('quiz', '2026-06-11T15:00:00Z', 80),
      done('extra', '2026-07-01T00:00:00Z'),
    ]);
    expect(learningFactsOf(course, progress)).toEqual({
      requiredTotal: 2,
      requiredDone: 1,
      hasQuiz: true,
      bestQuizPercent: 80,
      lastDoneOn: '2026-06-12',
      lastActiveAt: new Date('2026-07-01T00:00:00Z'),
    });
    expect(requiredOnScreen(course, progress)).toEqual({ requiredTotal: 3, requiredDone: 2 });
  });

  it('know a course without a quiz', () => {
    expect(learningFactsOf([lesson('film', 'video')], new Map()).hasQuiz).toBe(false);
  });

  it.each([
    ['the lower of two', [begun('a', 90), done('b', '2026-06-10T00:00:00Z', 70)], 70],
    ['none while one is missing', [begun('a', 90)], null],
    ['zero is a score', [begun('a', 0), begun('b', 50)], 0],
  ])('take of several quizzes: %s', (_, rows, expected) => {
    expect(
      bestQuizPercentOf([lesson('a', 'quiz'), lesson('b', 'quiz')], new Map(rows as [string, Progress][])),
    ).toBe(expected);
  });
});

describe('the percent watched', () => {
  it('is the mean of the required films', () => {
    const films = [...course, lesson('second', 'video')];
    expect(watchedPercentOf(films, (videoId) => (videoId === 'film-film' ? 75 : undefined))).toBe(37);
    expect(watchedPercentOf([lesson('text', 'material')], () => 1)).toBeNull();
  });
});
