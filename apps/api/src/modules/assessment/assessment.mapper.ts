import type { AttemptQuestion, AttemptView } from '@kizuna/shared/contracts/assessment';
import type { AttemptId, EnrolmentId, LessonId, QuizId } from '@kizuna/shared/vocabulary/ids';

import { attemptsLeft, isRight, type Question } from './assessment.grading.policy.js';
import type { AnswerRow, AttemptRow } from './attempt.repository.js';

/** Maps a question for the learner: the correct answer and the explanation only once the attempt is submitted. */
function toQuestion(question: Question, answer: AnswerRow | undefined, submitted: boolean): AttemptQuestion {
  return {
    questionKey: question.key,
    kind: question.kind,
    text: question.text,
    choices: question.choices.map(({ key, text, correct }) => ({
      key,
      text,
      correct: submitted ? correct : null,
    })),
    chosen: answer?.choiceKeys ?? [],
    savedAt: answer ? new Date(answer.savedAt).toISOString() : null,
    sequence: answer?.sequence ?? 0,
    right: submitted ? isRight(question, answer?.choiceKeys) : null,
    explanation: submitted ? question.explanation : null,
  };
}

/** Maps an attempt to its view. */
export function toAttemptView(row: AttemptRow): AttemptView {
  const submitted = row.state === 'submitted';
  const answers = new Map(row.answers.map((answer) => [answer.questionKey, answer]));
  return {
    attemptId: row.attemptId as AttemptId,
    quizId: row.quizId as QuizId,
    enrolmentId: row.enrolmentId as EnrolmentId,
    lessonId: row.lessonId as LessonId,
    title: row.title,
    number: row.number,
    state: row.state,
    startedAt: row.startedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    questions: row.questions.map((question) => toQuestion(question, answers.get(question.key), submitted)),
    rightCount: row.rightCount,
    scorePercent: row.scorePercent,
    passPercent: row.passPercent,
    passed: row.passed,
    can: {
      answer: !submitted,
      submit: !submitted,
      tryAgain: submitted && attemptsLeft(row.begun, row.maxAttempts) !== 0,
    },
  };
}
