import type { MissingPart } from '@kizuna/shared/contracts/completion';
import type { CompletionRule } from '@kizuna/shared/contracts/courses';

/** The facts that lower modules know about one enrolment. */
export interface CompletionFacts {
  /** The number of required videos and materials in the course, and how many are done. */
  requiredTotal: number;
  requiredDone: number;
  /** Whether the course has a quiz, and the best score of a submitted attempt (null: none yet). */
  hasQuiz: boolean;
  bestQuizPercent: number | null;
  /** Distinct training-day lessons attended; alternative dates of one lesson count once. */
  attendedTrainingDays: number;
}

export interface CompletionDecision {
  complete: boolean;
  missing: MissingPart[];
}

/**
 * The only decision whether a course is completed (修了), and if not, what is missing, in the order in which the
 * sentence 「あと…で修了です」 names it. The rule is data on the course; no other code may decide this.
 */
export function decideCompletion(rule: CompletionRule, facts: CompletionFacts): CompletionDecision {
  const missing: MissingPart[] = [];
  const lessonsLeft = rule.requiredLessons ? Math.max(0, facts.requiredTotal - facts.requiredDone) : 0;
  if (lessonsLeft > 0) missing.push({ kind: 'lessons', left: lessonsLeft });
  const quizAsked = rule.quizPassPercent !== null && facts.hasQuiz;
  if (quizAsked && (facts.bestQuizPercent ?? -1) < (rule.quizPassPercent ?? 0))
    missing.push({ kind: 'quiz', left: 1 });
  const daysLeft = rule.attendance ? Math.max(0, rule.attendance.need - facts.attendedTrainingDays) : 0;
  if (daysLeft > 0) missing.push({ kind: 'attendance', left: daysLeft });
  return { complete: missing.length === 0, missing };
}
