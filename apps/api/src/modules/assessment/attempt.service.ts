import type {
  AnswerBody,
  AttemptView,
  SavedAnswer,
  SubmissionBody,
} from '@kizuna/shared/contracts/assessment';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import { quizPassed, type QuizPassed } from './assessment.events.js';
import {
  attemptsLeft,
  grade,
  keptAnswer,
  refusalOfAnswer,
  type Question,
} from './assessment.grading.policy.js';
import { toAttemptView } from './assessment.mapper.js';
import {
  AttemptRepository,
  type AttemptContext,
  type AttemptRow,
  type QuizVersion,
} from './attempt.repository.js';

/** Taking a quiz. The caller has checked that the person may; only the person's own attempts are visible here. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly repository: AttemptRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * The person's open attempt for a lesson; starts one with the newest version if there is none.
   * @throws DomainError assessment.attempts_used_up, platform.not_found if there is no such quiz
   */
  async start(context: AttemptContext, quizId: string): Promise<AttemptView> {
    const id = this.ids.next();
    const now = this.clock.now();
    const started = await this.repository.start({ id, quizId, now, ...context });
    if (!started) throw new DomainError('platform.not_found');
    const { opened, hasOpen, versionId, begun, maxAttempts } = started;
    if (opened) {
      const version = await this.repository.getVersion(versionId);
      return toAttemptView(
        newAttempt(
          { attemptId: id, quizId, versionId, startedAt: now, begun: begun + 1, ...context },
          version,
        ),
      );
    }
    if (!hasOpen && attemptsLeft(begun, maxAttempts) === 0) {
      throw new DomainError('assessment.attempts_used_up', { params: { maxAttempts: maxAttempts ?? 0 } });
    }
    const open = await this.repository.findOpen(context);
    if (!open) throw new DomainError('platform.stale');
    return toAttemptView(open);
  }

  /**
   * Saves the answer to one question. An answer older than the stored one changes nothing; the stored one is returned.
   * @throws DomainError platform.not_found, assessment.choice_unknown, .single_choice_only, .already_submitted
   */
  async saveAnswer(
    actor: Actor,
    attemptId: string,
    questionKey: string,
    body: AnswerBody,
  ): Promise<SavedAnswer> {
    const { personId } = personOf(actor);
    const found = await this.repository.findQuestion(attemptId, personId, questionKey);
    if (!found?.question) throw new DomainError('platform.not_found');
    const { question, total } = found;
    const saved = await this.repository.saveAnswer({
      attemptId,
      questionKey,
      choiceKeys: checkedAnswer(question, body.choiceKeys),
      sequence: body.sequence,
      now: this.clock.now(),
    });
    return saved ? { ...saved, total } : this.standingAnswer(attemptId, personId, questionKey);
  }

  /**
   * Grades the attempt once; a repeated submission returns the same result. Unanswered questions count as wrong.
   * @throws DomainError platform.not_found; for the submitted answers as in saveAnswer
   */
  async submit(actor: Actor, attemptId: string, body: SubmissionBody): Promise<AttemptView> {
    const { personId } = personOf(actor);
    if (!(await this.repository.lockOwn(attemptId, personId))) throw new DomainError('platform.not_found');
    // Read after locking, so that it contains every acknowledged answer
    let attempt = await this.getOwn(attemptId, personId);
    if (attempt.state === 'submitted') return toAttemptView(attempt);
    for (const answer of body.answers ?? []) await this.saveTogether(attempt, answer);
    if (body.answers?.length) attempt = await this.getOwn(attemptId, personId);
    const answers = new Map(attempt.answers.map(({ questionKey, choiceKeys }) => [questionKey, choiceKeys]));
    const result = grade(attempt.questions, answers, attempt.passPercent);
    const submittedAt = this.clock.now();
    await this.repository.saveGrade(attemptId, result, submittedAt);
    await this.recordAndPublish(actor, attempt, result);
    return toAttemptView({ ...attempt, ...result, state: 'submitted', submittedAt });
  }

  private async recordAndPublish(actor: Actor, attempt: AttemptRow, result: ReturnType<typeof grade>) {
    const { attemptId, quizId, personId, enrolmentId, lessonId, number } = attempt;
    await this.audit.record({
      actor,
      action: 'attempt.submitted',
      subjectType: 'attempt',
      subjectId: attemptId,
      after: { ...result, enrolmentId, lessonId, quizId, number },
    });
    if (!result.passed) return;
    const { scorePercent } = result;
    const payload: QuizPassed = { attemptId, quizId, personId, enrolmentId, lessonId, scorePercent };
    await this.outbox.add({ type: quizPassed, payload, subjectId: enrolmentId });
  }

  private async saveTogether(
    attempt: AttemptRow,
    answer: { questionKey: string; choiceKeys: string[] },
  ): Promise<void> {
    const question = attempt.questions.find(({ key }) => key === answer.questionKey);
    if (!question) throw new DomainError('assessment.choice_unknown', { field: 'answers' });
    const choiceKeys = checkedAnswer(question, answer.choiceKeys);
    const { attemptId } = attempt;
    const { key: questionKey } = question;
    const now = this.clock.now();
    await this.repository.saveSubmittedAnswer({
      attemptId,
      questionKey,
      choiceKeys,
      sequence: undefined,
      now,
    });
  }

  private async standingAnswer(
    attemptId: string,
    personId: string,
    questionKey: string,
  ): Promise<SavedAnswer> {
    const attempt = await this.repository.findOwn(attemptId, personId);
    if (attempt?.state !== 'open') throw new DomainError('assessment.already_submitted');
    const answer = attempt.answers.find((one) => one.questionKey === questionKey);
    if (!answer) throw new DomainError('platform.stale');
    return {
      questionKey,
      choiceKeys: answer.choiceKeys,
      savedAt: new Date(answer.savedAt).toISOString(),
      answered: attempt.answers.filter(({ choiceKeys }) => choiceKeys.length > 0).length,
      total: attempt.questions.length,
    };
  }

  private async getOwn(attemptId: string, personId: string): Promise<AttemptRow> {
    const attempt = await this.repository.findOwn(attemptId, personId);
    if (!attempt) throw new DomainError('platform.not_found');
    return attempt;
  }
}

type NewAttempt = AttemptContext &
  Pick<AttemptRow, 'attemptId' | 'quizId' | 'versionId' | 'startedAt' | 'begun'>;

/** An attempt as it was just opened. */
function newAttempt(facts: NewAttempt, version: QuizVersion): AttemptRow {
  return {
    ...facts,
    ...version,
    number: facts.begun,
    state: 'open',
    submittedAt: null,
    rightCount: null,
    scorePercent: null,
    passed: null,
    answers: [],
  };
}

function checkedAnswer(question: Question, choiceKeys: readonly string[]): string[] {
  const refusal = refusalOfAnswer(question, choiceKeys);
  if (refusal) throw new DomainError(refusal, { field: 'choiceKeys' });
  return keptAnswer(question, choiceKeys);
}
