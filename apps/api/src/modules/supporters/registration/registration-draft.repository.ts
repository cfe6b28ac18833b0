import type { SupporterDraft, SupporterStep } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

export type SupporterDraftAnswers = SupporterDraft['answers'];

/** SQL for unfinished forms. */
@Injectable()
export class RegistrationDraftRepository {
  constructor(private readonly sql: Sql) {}

  /** Stores the answers of one page. @returns all of them */
  async keep(
    personId: string,
    step: SupporterStep,
    answers: unknown,
    now: Date,
  ): Promise<SupporterDraftAnswers> {
    const [row] = await this.sql.query<{ answers: SupporterDraftAnswers }>(
      `INSERT INTO supporter_drafts (person_id, answers, updated_at)
       VALUES ($1, jsonb_build_object($2::text, $3::jsonb), $4)
       ON CONFLICT ON CONSTRAINT pk_supporter_drafts DO UPDATE SET updated_at = EXCLUDED.updated_at,
         answers = supporter_drafts.answers || EXCLUDED.answers RETURNING answers`,
      [personId, step, JSON.stringify(answers), now],
    );
    return row!.answers;
  }

  /** Deletes the form and returns it; a concurrent request waits here and gets null. */
  async take(personId: string): Promise<SupporterDraftAnswers | null> {
    const [row] = await this.sql.query<{ answers: SupporterDraftAnswers }>(
      'DELETE FROM supporter_drafts WHERE person_id = $1 RETURNING answers',
      [personId],
    );
    return row?.answers ?? null;
  }

  /** Deletes forms not changed since the given time. */
  async forget(before: Date): Promise<void> {
    await this.sql.query('DELETE FROM supporter_drafts WHERE updated_at < $1', [before]);
  }
}
