import type { ApplicationReceipt } from '@kizuna/shared/contracts/enrolment';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { execute, query } from '../../platform/database/index.js';
import { ApplicationDraftEntity } from './application-draft.entity.js';
import type { DraftAnswers } from './enrolment.draft.policy.js';

/** A half-filled form as a command works with it. */
export interface DraftRecord {
  id: string;
  courseRunId: string;
  personId: string | null;
  answers: DraftAnswers;
  receipt: ApplicationReceipt | null;
}

/** SQL of `application_drafts`. */
@Injectable()
export class EnrolmentDraftRepository {
  async insert(m: EntityManager, draft: ApplicationDraftEntity): Promise<void> {
    await m.insert(ApplicationDraftEntity, draft);
  }

  /** The draft of a token while it lasts, locked so that two sendings meet. */
  async lock(m: EntityManager, tokenHash: string, now: Date): Promise<DraftRecord | null> {
    const [row] = await query<DraftRecord>(
      m,
      `SELECT id, course_run_id AS "courseRunId", person_id AS "personId", answers, receipt
       FROM application_drafts WHERE token_hash = $1 AND expires_at > $2 FOR UPDATE`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async saveAnswers(m: EntityManager, id: string, answers: DraftAnswers, expiresAt: Date): Promise<void> {
    await query(
      m,
      'UPDATE application_drafts SET answers = $2::jsonb, expires_at = $3 WHERE id = $1 RETURNING id',
      [id, JSON.stringify(answers), expiresAt],
    );
  }

  /** Keeps the receipt and forgets what was typed: the application holds it now. */
  async close(m: EntityManager, id: string, receipt: ApplicationReceipt, expiresAt: Date): Promise<void> {
    await query(
      m,
      `UPDATE application_drafts SET answers = '{}', receipt = $2::jsonb, expires_at = $3 WHERE id = $1 RETURNING id`,
      [id, JSON.stringify(receipt), expiresAt],
    );
  }

  async delete(m: EntityManager, tokenHash: string): Promise<void> {
    await execute(m, 'DELETE FROM application_drafts WHERE token_hash = $1', [tokenHash]);
  }

  /** Forgets what was left lying. */
  async deleteExpired(m: EntityManager, now: Date): Promise<void> {
    await execute(m, 'DELETE FROM application_drafts WHERE expires_at <= $1', [now]);
  }
}
