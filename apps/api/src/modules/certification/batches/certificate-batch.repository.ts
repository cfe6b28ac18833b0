import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { Refusal } from './certificate-batch.policy.js';

export interface BatchRow {
  id: string;
  courseRunId: string;
  issuedOn: CivilDate;
  language: SheetLanguage;
  askedBy: string | null;
}

export interface WaitingItem {
  position: number;
  enrolmentId: string;
  nameLeftBlank: boolean;
}

export interface NewItem {
  enrolmentId: string;
  personId: string;
  nameLeftBlank: boolean;
}

/** Batches of requested certificates, and the result for each person. */
@Injectable()
export class CertificateBatchRepository {
  constructor(private readonly sql: Sql) {}

  async insert(batch: BatchRow & { askedAt: Date }, items: readonly NewItem[]): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_batches (id, course_run_id, issued_on, language, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [batch.id, batch.courseRunId, batch.issuedOn, batch.language, batch.askedBy, batch.askedAt],
    );
    await this.sql.query(
      `INSERT INTO certificate_batch_items (batch_id, position, enrolment_id, person_id, name_left_blank)
       SELECT $1, position, enrolment_id, person_id, blank
       FROM unnest($2::uuid[], $3::uuid[], $4::boolean[]) WITH ORDINALITY AS t (enrolment_id, person_id, blank, position)`,
      [
        batch.id,
        items.map((item) => item.enrolmentId),
        items.map((item) => item.personId),
        items.map((item) => item.nameLeftBlank),
      ],
    );
  }

  /** The positions of the next waiting items after a given position. */
  async positionsAfter(batchId: string, after: number, limit: number): Promise<number[]> {
    const rows = await this.sql.query<{ position: number }>(
      `SELECT position FROM certificate_batch_items
       WHERE batch_id = $1 AND position > $2 AND state = 'waiting' ORDER BY position LIMIT $3`,
      [batchId, after, limit],
    );
    return rows.map(({ position }) => position);
  }

  /** Locks the batch: no other worker writes for it until the transaction ends. */
  async lock(batchId: string): Promise<BatchRow | null> {
    const [row] = await this.sql.query<BatchRow>(
      `SELECT id, course_run_id AS "courseRunId", issued_on::text AS "issuedOn", language, asked_by AS "askedBy"
       FROM certificate_batches WHERE id = $1 FOR UPDATE`,
      [batchId],
    );
    return row ?? null;
  }

  /** The items at the given positions that are still waiting. */
  async waitingAt(batchId: string, positions: readonly number[]): Promise<WaitingItem[]> {
    return this.sql.query<WaitingItem>(
      `SELECT position, enrolment_id AS "enrolmentId", name_left_blank AS "nameLeftBlank"
       FROM certificate_batch_items WHERE batch_id = $1 AND position = ANY($2::int[]) AND state = 'waiting'
       ORDER BY position`,
      [batchId, positions],
    );
  }

  async issued(
    batchId: string,
    items: readonly { position: number; certificateId: string }[],
  ): Promise<void> {
    await this.sql.query(
      `UPDATE certificate_batch_items i SET state = 'issued', certificate_id = t.certificate_id
       FROM unnest($2::int[], $3::uuid[]) AS t (position, certificate_id)
       WHERE i.batch_id = $1 AND i.position = t.position`,
      [batchId, items.map(({ position }) => position), items.map(({ certificateId }) => certificateId)],
    );
  }

  async refused(batchId: string, position: number, refusal: Refusal): Promise<void> {
    await this.sql.query(
      `UPDATE certificate_batch_items SET state = 'refused', refusal_code = $3, refusal_params = $4::jsonb
       WHERE batch_id = $1 AND position = $2 AND state = 'waiting'`,
      [batchId, position, refusal.code, JSON.stringify(refusal.params ?? {})],
    );
  }

  /** Records the end of the batch if no item is waiting any more. */
  async finish(batchId: string, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE certificate_batches SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL
         AND NOT EXISTS (SELECT FROM certificate_batch_items WHERE batch_id = $1 AND state = 'waiting')`,
      [batchId, now],
    );
  }
}
