import type { ApplicationReceipt } from '@kizuna/shared/contracts/enrolment';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { ApplicationDraftEntity } from './application-draft.entity.js';
import type { DraftAnswers } from './enrolment.draft.policy.js';

/** An application form as used by commands. */
export interface DraftRecord {
  id: string;
  courseRunId: string;
  personId: string | null;
  answers: DraftAnswers;
  receipt: ApplicationReceipt | null;
}

const select = `SELECT id, course_run_id AS "courseRunId", person_id AS "personId", answers, receipt
  FROM application_drafts WHERE token_hash = $1 AND expires_at > $2`;

/** SQL of `application_drafts`. */
@Injectable()
export class EnrolmentDraftRepository {
  constructor(private readonly sql: Sql) {}

  async insert(draft: ApplicationDraftEntity): Promise<void> {
    await this.sql.insert(ApplicationDraftEntity, draft);
  }

  /** The unexpired draft for a token. */
  async find(tokenHash: string, now: Date): Promise<DraftRecord | null> {
    const [row] = await this.sql.query<DraftRecord>(select, [tokenHash, now]);
    return row ?? null;
  }

  /** The unexpired draft for a token, locked so that concurrent submissions run one after the other. */
  async lock(tokenHash: string, now: Date): Promise<DraftRecord | null> {
    const [row] = await this.sql.query<DraftRecord>(`${select} FOR UPDATE`, [tokenHash, now]);
    return row ?? null;
  }

  async saveAnswers(id: string, answers: DraftAnswers, expiresAt: Date): Promise<void> {
    await this.sql.query(
      'UPDATE application_drafts SET answers = $2::jsonb, expires_at = $3 WHERE id = $1 RETURNING id',
      [id, JSON.stringify(answers), expiresAt],
    );
  }

  /** Stores the receipt and deletes the answers: the application has them now. */
  async close(id: string, receipt: ApplicationReceipt, expiresAt: Date): Promise<void> {
    await this.sql.query(
      `UPDATE application_drafts SET answers = '{}', receipt = $2::jsonb, expires_at = $3 WHERE id = $1 RETURNING id`,
      [id, JSON.stringify(receipt), expiresAt],
    );
  }

  async delete(tokenHash: string): Promise<void> {
    await this.sql.execute('DELETE FROM application_drafts WHERE token_hash = $1', [tokenHash]);
  }

  /** Deletes expired drafts. */
  async deleteExpired(now: Date): Promise<void> {
    await this.sql.execute('DELETE FROM application_drafts WHERE expires_at <= $1', [now]);
  }
}
