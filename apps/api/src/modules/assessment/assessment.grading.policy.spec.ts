import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  attemptsLeft,
  faultsOf,
  grade,
  isRight,
  keptAnswer,
  refusalOfAnswer,
  type Question,
} from './assessment.grading.policy.js';

function aQuestion(kind: Question['kind'], correct: string, key = 'q'): Question {
  const choices = ['a', 'b', 'c', 'd'].map((choice) => ({
    key: choice,
    text: choice,
    correct: correct.includes(choice),
  }));
  return { key, kind, text: 'question', choices, explanation: 'because' };
}

const single = aQuestion('single', 'b');
const multiple = aQuestion('multiple', 'ac');

describe('a right answer', () => {
  it.each([
    [single, ['b'], true],
    [single, ['a'], false],
    [single, [], false],
    [single, undefined, false],
    [multiple, ['a', 'c'], true],
    [multiple, ['c', 'a'], true],
    [multiple, ['c', 'a', 'a'], true],
    [multiple, ['a'], false],
    [multiple, ['a', 'b', 'c'], false],
  ])('case %#', (question, chosen, expected) => {
    expect(isRight(question, chosen)).toBe(expected);
  });
});

describe('an answer', () => {
  it.each([
    [single, ['a'], null],
    [single, [], null],
    [single, ['a', 'b'], 'assessment.single_choice_only'],
    [single, ['z'], 'assessment.choice_unknown'],
    [multiple, ['a', 'd'], null],
    [multiple, ['a', 'z'], 'assessment.choice_unknown'],
  ])('case %#', (question, chosen, expected) => {
    expect(refusalOfAnswer(question, chosen)).toBe(expected);
  });

  it('is kept once each, in the order of the choices', () => {
    expect(keptAnswer(multiple, ['c', 'a', 'c'])).toEqual(['a', 'c']);
  });
});

describe('the grade', () => {
  const ten = Array.from({ length: 10 }, (_, index) => aQuestion('single', 'a', `q${index}`));
  const answered = (right: number) =>
    new Map(ten.slice(0, right).map(({ key }) => [key, ['a']] as [string, string[]]));

  it.each([
    [7, 70, { rightCount: 7, scorePercent: 70, passed: true }],
    [6, 70, { rightCount: 6, scorePercent: 60, passed: false }],
    [0, 0, { rightCount: 0, scorePercent: 0, passed: true }],
    [10, 100, { rightCount: 10, scorePercent: 100, passed: true }],
  ])('%i of 10 at %i percent', (right, passPercent, expected) => {
    expect(grade(ten, answered(right), passPercent)).toEqual(expected);
  });

  it('is rounded down', () => {
    expect(grade(ten.slice(0, 3), answered(2), 67)).toEqual({
      rightCount: 2,
      scorePercent: 66,
      passed: false,
    });
  });

  it('is passed exactly when the shown percent reaches the mark, and never falls with a right answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 100 }),
        (total, right, mark) => {
          const few = grade(ten.slice(0, total), answered(Math.min(right, total)), mark);
          const more = grade(ten.slice(0, total), answered(Math.min(right + 1, total)), mark);
          expect(few.passed).toBe(few.scorePercent >= mark);
          expect(more.scorePercent).toBeGreaterThanOrEqual(few.scorePercent);
        },
      ),
    );
  });
});

describe('attempts', () => {
  it.each([
    [0, null, null],
    [9, null, null],
    [0, 3, 3],
    [3, 3, 0],
    [4, 3, 0],
  ])('%i begun of %s', (begun, most, expected) => {
    expect(attemptsLeft(begun, most)).toBe(expected);
  });
});

describe('the content of a quiz', () => {
  it('can be used', () => {
    expect(faultsOf([single, { ...multiple, key: 'other' }])).toEqual([]);
  });

  it.each([
    [[], 1],
    [[single, single], 1],
    [[aQuestion('single', 'ab')], 1],
    [[aQuestion('multiple', '')], 1],
    [[{ ...single, choices: single.choices.slice(1, 2) }], 1],
    [[{ ...single, choices: [...single.choices, single.choices[0]!] }], 1],
  ])('has faults, case %#', (questions, count) => {
    expect(faultsOf(questions)).toHaveLength(count);
  });
});
