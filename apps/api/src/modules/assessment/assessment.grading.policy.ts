import type { ErrorCode } from '@kizuna/shared/errors/index';

export interface Choice {
  key: string;
  text: string;
  correct: boolean;
}

/** A question (設問) as frozen in a version of a quiz. */
export interface Question {
  key: string;
  kind: 'single' | 'multiple';
  text: string;
  choices: Choice[];
  explanation: string;
}

/** The chosen choices by question; a missing question was not answered. */
export type Answers = ReadonlyMap<string, readonly string[]>;

export interface Grade {
  rightCount: number;
  /** Whole percent, rounded down: 79.9 is never shown as a passed 80. */
  scorePercent: number;
  passed: boolean;
}

/** Why an answer is rejected, or null. An empty one clears the answer. */
export function refusalOfAnswer(question: Question, choiceKeys: readonly string[]): ErrorCode | null {
  const known = new Set(question.choices.map(({ key }) => key));
  if (choiceKeys.some((key) => !known.has(key))) return 'assessment.choice_unknown';
  return question.kind === 'single' && new Set(choiceKeys).size > 1 ? 'assessment.single_choice_only' : null;
}

/** Normalises an answer for storage: each choice once, in the order of the question. */
export function keptAnswer(question: Question, choiceKeys: readonly string[]): string[] {
  return question.choices.map(({ key }) => key).filter((key) => choiceKeys.includes(key));
}

/** Whether exactly the correct choices were chosen; a partly correct multiple choice is wrong. */
export function isRight(question: Question, chosen: readonly string[] | undefined): boolean {
  const picked = new Set(chosen);
  return picked.size > 0 && question.choices.every(({ key, correct }) => picked.has(key) === correct);
}

/** Grades an attempt. A question without an answer is wrong. */
export function grade(questions: readonly Question[], answers: Answers, passPercent: number): Grade {
  const rightCount = questions.filter((question) => isRight(question, answers.get(question.key))).length;
  return {
    rightCount,
    scorePercent: Math.floor((rightCount * 100) / questions.length),
    passed: rightCount * 100 >= passPercent * questions.length,
  };
}

/** How many more attempts may be started; null if unlimited. */
export function attemptsLeft(begun: number, maxAttempts: number | null): number | null {
  return maxAttempts === null ? null : Math.max(0, maxAttempts - begun);
}

/** The faults in the content of a quiz, as messages for its author; empty if it is valid. */
export function faultsOf(questions: readonly Question[]): string[] {
  const faults: string[] = questions.length === 0 ? ['there is no question'] : [];
  if (new Set(questions.map(({ key }) => key)).size < questions.length)
    faults.push('two questions share a key');
  for (const { key, kind, choices } of questions) {
    const correct = choices.filter((choice) => choice.correct).length;
    if (choices.length < 2) faults.push(`${key}: fewer than two choices`);
    if (new Set(choices.map((choice) => choice.key)).size < choices.length)
      faults.push(`${key}: two choices share a key`);
    if (correct === 0) faults.push(`${key}: no choice is correct`);
    if (kind === 'single' && correct > 1) faults.push(`${key}: a single choice with ${correct} correct ones`);
  }
  return faults;
}
