import { describe, expect, it } from '@jest/globals';
import type { CompletionRule } from '@kizuna/shared/contracts/courses';
import fc from 'fast-check';

import { decideCompletion, type CompletionFacts } from './completion.policy.js';

const rule: CompletionRule = { requiredLessons: true, quizPassPercent: 70, attendance: { need: 2, of: 3 } };
const all: CompletionFacts = {
  requiredTotal: 5,
  requiredDone: 5,
  hasQuiz: true,
  bestQuizPercent: 70,
  attendedTrainingDays: 2,
};

describe('decideCompletion', () => {
  it.each<[string, Partial<CompletionFacts>, unknown[]]>([
    ['everything done', {}, []],
    ['one lesson left', { requiredDone: 4 }, [{ kind: 'lessons', left: 1 }]],
    ['quiz never taken', { bestQuizPercent: null }, [{ kind: 'quiz', left: 1 }]],
    ['one point below the pass mark', { bestQuizPercent: 69 }, [{ kind: 'quiz', left: 1 }]],
    ['one of two days', { attendedTrainingDays: 1 }, [{ kind: 'attendance', left: 1 }]],
    ['more days than needed', { attendedTrainingDays: 3 }, []],
    ['a course without a quiz', { hasQuiz: false, bestQuizPercent: null }, []],
    [
      'nothing done',
      { requiredDone: 0, bestQuizPercent: null, attendedTrainingDays: 0 },
      [
        { kind: 'lessons', left: 5 },
        { kind: 'quiz', left: 1 },
        { kind: 'attendance', left: 2 },
      ],
    ],
  ])('%s', (_, facts, missing) => {
    expect(decideCompletion(rule, { ...all, ...facts })).toEqual({ complete: missing.length === 0, missing });
  });

  it('asks nothing where the rule asks nothing', () => {
    const nothing: CompletionRule = { requiredLessons: false, quizPassPercent: null, attendance: null };
    expect(decideCompletion(nothing, { ...all, requiredDone: 0, attendedTrainingDays: 0 }).complete).toBe(
      true,
    );
  });

  it('never takes completion away because more was done', () => {
    const facts = fc.record({
      requiredTotal: fc.nat(10),
      requiredDone: fc.nat(10),
      hasQuiz: fc.boolean(),
      bestQuizPercent: fc.option(fc.nat(100)),
      attendedTrainingDays: fc.nat(4),
    });
    fc.assert(
      fc.property(facts, (before) => {
        const after = {
          ...before,
          requiredDone: before.requiredDone + 1,
          bestQuizPercent: 100,
          attendedTrainingDays: before.attendedTrainingDays + 1,
        };
        const left = (f: CompletionFacts) =>
          decideCompletion(rule, f).missing.reduce((sum, part) => sum + part.left, 0);
        expect(left(after)).toBeLessThanOrEqual(left(before));
      }),
    );
  });
});
