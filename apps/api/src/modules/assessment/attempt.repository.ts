import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { Grade, Question } from './assessment.grading.policy.js';

/** The person and the context of an attempt. */
export interface AttemptContext {
  personId: string;
  enrolmentId: string;
  lessonId: string;
}

/** An answer inside an attempt's row: JSON built by the database, so its timestamp is a string with an offset. */
export interface AnswerRow {
  questionKey: string;
  choiceKeys: string[];
  sequence: number;
  savedAt: string;
}

/** A version of a quiz; it never changes. */
export interface QuizVersion {
  title: string;
  passPercent: number;
  maxAttempts: number | null;
  questions: Question[];
}

/** An attempt with its answers, as stored. */
interface StoredAttempt extends AttemptContext {
  versionId: string;
  attemptId: string;
  quizId: string;
  number: number;
  state: 'open' | 'submitted';
  startedAt: Date;
  submittedAt: Date | null;
  rightCount: number | null;
  scorePercent: number | null;
  passed: boolean | null;
  answers: AnswerRow[];
  /** Attempts started for the same lesson, including this one. */
  begun: number;
}

/** An attempt with its version of the quiz and its answers. */
export type AttemptRow = StoredAttempt & QuizVersion;

/** A new attempt, or what prevents one: an open attempt, or those used up. */
export interface StartedAttempt {
  versionId: string;
  /** Attempts of the lesson before this one. */
  begun: number;
  maxAttempts: number | null;
  opened: boolean;
  hasOpen: boolean;
}

export interface NewAnswer {
  attemptId: string;
  questionKey: string;
  choiceKeys: readonly string[];
  /** Undefined for a page without a counter: it always overwrites. */
  sequence: number | undefined;
  now: Date;
}

interface SavedRow {
  choiceKeys: string[];
  savedAt: Date;
  answered: number;
}

const versionColumns = `v.title, v.pass_percent AS "passPercent", v.max_attempts AS "maxAttempts", v.questions`;

const selectAttempt = `
  SELECT a.id AS "attemptId", a.quiz_id AS "quizId", a.person_id AS "personId", a.enrolment_id AS "enrolmentId",
    a.lesson_id AS "lessonId", a.number, a.state, a.started_at AS "startedAt", a.submitted_at AS "submittedAt",
    a.right_count AS "rightCount", a.score_percent AS "scorePercent", a.passed, a.quiz_version_id AS "versionId",
    coalesce((SELECT jsonb_agg(jsonb_build_object('questionKey', s.question_key, 'choiceKeys', s.choice_keys,
      'sequence', s.sequence, 'savedAt', s.saved_at)) FROM attempt_answers s WHERE s.attempt_id = a.id), '[]') AS answers,
    (SELECT count(*)::int FROM attempts o
     WHERE o.enrolment_id = a.enrolment_id AND o.lesson_id = a.lesson_id) AS begun
  FROM attempts a`;

const insertAnswer = `
  WITH attempt AS (SELECT id FROM attempts WHERE id = $1 AND state = 'open' FOR SHARE)
  INSERT INTO attempt_answers AS s (attempt_id, question_key, choice_keys, sequence, saved_at)
  SELECT id, $2::text, $3::text[], coalesce($4::int, 0), $5::timestamptz FROM attempt
  ON CONFLICT ON CONSTRAINT pk_attempt_answers DO UPDATE SET choice_keys = EXCLUDED.choice_keys,
    sequence = coalesce($4::int, s.sequence), saved_at = EXCLUDED.saved_at
    WHERE $4::int IS NULL OR s.sequence <= $4::int
  RETURNING choice_keys AS "choiceKeys", saved_at AS "savedAt",
    (SELECT count(*)::int FROM attempt_answers o WHERE o.attempt_id = $1 AND o.question_key <> $2
       AND cardinality(o.choice_keys) > 0) + (cardinality(choice_keys) > 0)::int AS answered`;

/** The parameters of `insertAnswer`. */
function valuesOf(answer: NewAnswer): unknown[] {
  return [answer.attemptId, answer.questionKey, answer.choiceKeys, answer.sequence ?? null, answer.now];
}

/** Attempts and their answers. */
@Injectable()
export class AttemptRepository {
  constructor(private readonly sql: Sql) {}

  /** A person's own attempt, or null. */
  async findOwn(attemptId: string, personId: string): Promise<AttemptRow | null> {
    const [row] = await this.sql.prepared<StoredAttempt>(
      'assessment.attempt',
      `${selectAttempt} WHERE a.id = $1 AND a.person_id = $2`,
      [attemptId, personId],
    );
    return row ? this.withVersion(row) : null;
  }

  /** The person's open attempt for a lesson, or null. */
  async findOpen(context: AttemptContext): Promise<AttemptRow | null> {
    const [row] = await this.sql.prepared<StoredAttempt>(
      'assessment.open-attempt',
      `${selectAttempt} WHERE a.person_id = $1 AND a.enrolment_id = $2 AND a.lesson_id = $3 AND a.state = 'open'`,
      [context.personId, context.enrolmentId, context.lessonId],
    );
    return row ? this.withVersion(row) : null;
  }

  /**
   * Opens an attempt with the newest version of the quiz, unless one is open or all are used up; of concurrent requests
   * one opens it (each number is unique). One statement. Null if there is no such quiz.
   */
  async start(
    attempt: AttemptContext & { id: string; quizId: string; now: Date },
  ): Promise<StartedAttempt | null> {
    const [row] = await this.sql.writeAlone<StartedAttempt>(
      'assessment.start',
      `WITH facts AS (
         SELECT v.id AS version_id, v.max_attempts,
           (SELECT count(*)::int FROM attempts WHERE enrolment_id = $4 AND lesson_id = $5) AS begun,
           EXISTS (SELECT FROM attempts WHERE person_id = $3 AND enrolment_id = $4 AND lesson_id = $5 AND state = 'open')
             AS has_open
         FROM quiz_versions v WHERE v.quiz_id = $2 ORDER BY v.number DESC LIMIT 1),
       opened AS (
         INSERT INTO attempts (id, quiz_id, quiz_version_id, person_id, enrolment_id, lesson_id, number, state, started_at)
         SELECT $1, $2, version_id, $3, $4, $5, begun + 1, 'open', $6::timestamptz FROM facts
         WHERE NOT has_open AND (max_attempts IS NULL OR begun < max_attempts)
         ON CONFLICT DO NOTHING RETURNING id)
       SELECT version_id AS "versionId", max_attempts AS "maxAttempts", begun, has_open AS "hasOpen",
         EXISTS (SELECT FROM opened) AS opened FROM facts`,
      [attempt.id, attempt.quizId, attempt.personId, attempt.enrolmentId, attempt.lessonId, attempt.now],
    );
    return row ?? null;
  }

  /** A version of a quiz. */
  async getVersion(versionId: string): Promise<QuizVersion> {
    const [version] = await this.sql.kept<QuizVersion>(
      'assessment.version',
      `SELECT ${versionColumns} FROM quiz_versions v WHERE v.id = $1`,
      [versionId],
    );
    return version!;
  }

  /**
   * One question of a person's own attempt (null if the quiz does not contain it); null if there is no such attempt.
   */
  async findQuestion(
    attemptId: string,
    personId: string,
    questionKey: string,
  ): Promise<{ state: 'open' | 'submitted'; total: number; question: Question | null } | null> {
    const [attempt] = await this.sql.prepared<{ state: 'open' | 'submitted'; versionId: string }>(
      'assessment.version-of-attempt',
      'SELECT state, quiz_version_id AS "versionId" FROM attempts WHERE id = $1 AND person_id = $2',
      [attemptId, personId],
    );
    if (!attempt) return null;
    const { questions } = await this.getVersion(attempt.versionId);
    const question = questions.find(({ key }) => key === questionKey) ?? null;
    return { state: attempt.state, total: questions.length, question };
  }

  /**
   * Writes an answer unless a newer one is stored. The share lock makes it wait for a submission in progress and vice
   * versa: no answer is written after grading, and no acknowledged answer is missed by it.
   * Null if the attempt is no longer open or a newer answer is stored.
   */
  async saveAnswer(answer: NewAnswer): Promise<(Omit<AnswerRow, 'sequence'> & { answered: number }) | null> {
    const [row] = await this.sql.writeAlone<SavedRow>(
      'assessment.save-answer',
      insertAnswer,
      valuesOf(answer),
    );
    return row ? { ...row, questionKey: answer.questionKey, savedAt: row.savedAt.toISOString() } : null;
  }

  /** Writes an answer sent with the submission, in its transaction. */
  async saveSubmittedAnswer(answer: NewAnswer): Promise<void> {
    await this.sql.query(insertAnswer, valuesOf(answer));
  }

  /** Locks a person's own attempt until the transaction ends; false if there is no such attempt. */
  async lockOwn(attemptId: string, personId: string): Promise<boolean> {
    const rows = await this.sql.query('SELECT id FROM attempts WHERE id = $1 AND person_id = $2 FOR UPDATE', [
      attemptId,
      personId,
    ]);
    return rows.length > 0;
  }

  async saveGrade(attemptId: string, grade: Grade, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE attempts SET state = 'submitted', submitted_at = $2, right_count = $3, score_percent = $4, passed = $5
       WHERE id = $1`,
      [attemptId, now, grade.rightCount, grade.scorePercent, grade.passed],
    );
  }

  private async withVersion(row: StoredAttempt): Promise<AttemptRow> {
    return { ...row, ...(await this.getVersion(row.versionId)) };
  }
}
