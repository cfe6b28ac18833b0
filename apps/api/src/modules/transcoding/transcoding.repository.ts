import type { TranscodeFault, TranscodeState, TranscodeStep } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { TranscodeRequest } from './transcode-request.js';
import type { PreparedFilm } from './transcoding.events.js';

/** The fields of a transcode needed by the worker. */
export interface TranscodeTask {
  id: string;
  subjectId: string;
  uploadId: string | null;
  blobKey: string | null;
  sizeBytes: number;
  state: TranscodeState;
  attempts: number;
}

const columns = `id, subject_id AS "subjectId", upload_id AS "uploadId", blob_key AS "blobKey",
  size_bytes::float8 AS "sizeBytes", state, attempts`;

@Injectable()
export class TranscodingRepository {
  constructor(private readonly sql: Sql) {}

  async add(id: string, request: TranscodeRequest, now: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO transcodes (id, subject_id, upload_id, blob_key, file_name, size_bytes, state, percent, attempts,
         requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, 0, $7)`,
      [
        id,
        request.subjectId,
        request.uploadId ?? null,
        request.blobKey ?? null,
        request.fileName,
        request.sizeBytes,
        now,
      ],
    );
  }

  /** Marks the transcode as started by a worker; null if it is done already or does not exist. */
  async begin(id: string, now: Date): Promise<TranscodeTask | null> {
    const [task] = await this.sql.query<TranscodeTask>(
      `UPDATE transcodes SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $2)
       WHERE id = $1 AND state IN ('waiting', 'running') RETURNING ${columns}`,
      [id, now],
    );
    return task ?? null;
  }

  /** Stores the progress; false if another attempt has taken over. */
  async note(task: TranscodeTask, step: TranscodeStep, percent: number): Promise<boolean> {
    const { affected } = await this.sql.execute(
      `UPDATE transcodes SET step = $3, percent = $4 WHERE id = $1 AND attempts = $2 AND state = 'running'`,
      [task.id, task.attempts, step, percent],
    );
    return affected > 0;
  }

  /** Ends it successfully; false if another attempt ended it before. */
  async finish(task: TranscodeTask, film: PreparedFilm, now: Date): Promise<boolean> {
    const { affected } = await this.sql.execute(
      `UPDATE transcodes SET state = 'finished', step = NULL, percent = 100, fault = NULL, film = $2::jsonb,
         finished_at = $3
       WHERE id = $1 AND state = 'running'`,
      [task.id, JSON.stringify(film), now],
    );
    return affected > 0;
  }

  /** Ends it with a refusal; false if it had ended before. */
  async fail(id: string, fault: TranscodeFault, now: Date): Promise<boolean> {
    const { affected } = await this.sql.execute(
      `UPDATE transcodes SET state = 'failed', fault = $2, finished_at = $3
       WHERE id = $1 AND state IN ('waiting', 'running')`,
      [id, fault, now],
    );
    return affected > 0;
  }

  /** Whether there is no newer request for the same subject: only the latest is published. */
  async isLatest(task: TranscodeTask): Promise<boolean> {
    const rows = await this.sql.query(
      `SELECT 1 FROM transcodes t JOIN transcodes mine ON mine.id = $1
       WHERE t.subject_id = $2 AND (t.requested_at, t.id) > (mine.requested_at, mine.id) LIMIT 1`,
      [task.id, task.subjectId],
    );
    return rows.length === 0;
  }

  /** Whether a transcode of this subject waits or runs. */
  async isUnderWay(subjectId: string): Promise<boolean> {
    const rows = await this.sql.query(
      `SELECT 1 FROM transcodes WHERE subject_id = $1 AND state IN ('waiting', 'running') LIMIT 1`,
      [subjectId],
    );
    return rows.length > 0;
  }

  /** Which of these transcodes still wait or run: their work folders stay. */
  async unfinishedOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT id FROM transcodes WHERE id = ANY($1::uuid[]) AND state IN ('waiting', 'running')`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }
}
