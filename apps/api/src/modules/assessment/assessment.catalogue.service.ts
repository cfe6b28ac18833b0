import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { faultsOf, type Question } from './assessment.grading.policy.js';
import { QuizRepository } from './quiz.repository.js';

/** The content of a quiz as written by its author. */
export interface QuizImport {
  key: string;
  title: string;
  /** 0–100. */
  passPercent: number;
  /** Null: unlimited. */
  maxAttempts: number | null;
  questions: Question[];
}

/** Imports quizzes into the question bank. */
@Injectable()
export class AssessmentCatalogueService {
  constructor(
    private readonly repository: QuizRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a quiz under its key and returns its id. Unchanged content creates no new version; changed content becomes
   * a new version, while attempts in progress keep theirs.
   * @throws Error describing the faults in the content
   */
  async importQuiz(quiz: QuizImport): Promise<string> {
    const faults = faultsOf(quiz.questions);
    if (faults.length > 0) throw new Error(`quiz ${quiz.key}: ${faults.join('; ')}`);
    const now = this.clock.now();
    const content = { ...quiz, questions: quiz.questions.map(plainQuestion) };
    const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
    const quizId = await this.repository.lockByKey(this.ids.next(), quiz.key, now);
    const newest = await this.repository.findNewest(quizId);
    if (newest?.contentHash === contentHash) return quizId;
    await this.repository.insertVersion({
      id: this.ids.next(),
      quizId,
      number: (newest?.number ?? 0) + 1,
      title: content.title,
      passPercent: content.passPercent,
      maxAttempts: content.maxAttempts,
      questions: content.questions,
      contentHash,
      createdAt: now,
    });
    return quizId;
  }
}

/** The same fields in the same order, so that equal content has an equal hash. */
function plainQuestion(question: Question): Question {
  return {
    key: question.key,
    kind: question.kind,
    text: question.text,
    choices: question.choices.map(({ key, text, correct }) => ({ key, text, correct })),
    explanation: question.explanation,
  };
}
