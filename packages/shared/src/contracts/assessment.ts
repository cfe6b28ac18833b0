import { z } from 'zod';
import { attemptId, enrolmentId, lessonId, quizId } from '../vocabulary/ids.js';
import { count, instant } from './fields.js';

const key = z.string().min(1).max(60);
export const questionKey = key;

export const AnswerBody = z
  .object({
    choiceKeys: z.array(key).max(20),
    /** Increases with every change in the browser; an older report never overwrites a newer answer. */
    sequence: z.number().int().nonnegative().max(2_000_000_000).optional(),
  })
  .meta({ id: 'AnswerBody' });
export type AnswerBody = z.infer<typeof AnswerBody>;

export const SavedAnswer = z
  .object({ questionKey: key, choiceKeys: z.array(key), savedAt: instant, answered: count, total: count })
  .meta({ id: 'SavedAnswer' });
export type SavedAnswer = z.infer<typeof SavedAnswer>;

export const AttemptQuestion = z
  .object({
    questionKey: key,
    kind: z.enum(['single', 'multiple']),
    text: z.string(),
    choices: z.array(
      z.object({ key, text: z.string(), /** Only after submission. */ correct: z.boolean().nullable() }),
    ),
    chosen: z.array(key),
    savedAt: instant.nullable(),
    /** Sequence number of the stored answer; the page continues from it, also after a reload. */
    sequence: count,
    /** Both only after submission. */
    right: z.boolean().nullable(),
    explanation: z.string().nullable(),
  })
  .meta({ id: 'AttemptQuestion' });
export type AttemptQuestion = z.infer<typeof AttemptQuestion>;

export const AttemptView = z
  .object({
    attemptId,
    quizId,
    enrolmentId,
    lessonId,
    title: z.string(),
    number: z.number().int().positive(),
    state: z.enum(['open', 'submitted']),
    startedAt: instant,
    submittedAt: instant.nullable(),
    questions: z.array(AttemptQuestion),
    rightCount: count.nullable(),
    scorePercent: count.nullable(),
    passPercent: count,
    passed: z.boolean().nullable(),
    can: z.object({ answer: z.boolean(), submit: z.boolean(), tryAgain: z.boolean() }),
  })
  .meta({ id: 'AttemptView' });
export type AttemptView = z.infer<typeof AttemptView>;

/** Answers sent along with the submission by a page without JavaScript: saved first, then graded. */
export const SubmissionBody = z
  .object({
    answers: z
      .array(z.object({ questionKey: key, choiceKeys: z.array(key).max(20) }))
      .max(200)
      .optional(),
  })
  .meta({ id: 'SubmissionBody' });
export type SubmissionBody = z.infer<typeof SubmissionBody>;
