import type { TranscodeView } from '@kizuna/shared/contracts/video';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

type TranscodeRow = Omit<TranscodeView, 'startedAt' | 'finishedAt'> & {
  subjectId: string;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** Progress of the worker, for the screens of the requesting module. */
@Injectable()
export class TranscodingReader {
  constructor(private readonly sql: Sql) {}

  /** The latest transcode of each subject; subjects without one are missing from the map. */
  async latestOf(subjectIds: readonly string[]): Promise<Map<string, TranscodeView>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await this.sql.query<TranscodeRow>(
      `SELECT DISTINCT ON (subject_id) subject_id AS "subjectId", state, step, percent, fault, file_name AS "fileName",
         size_bytes::float8 AS "sizeBytes", started_at AS "startedAt", finished_at AS "finishedAt", attempts
       FROM transcodes WHERE subject_id = ANY($1::uuid[]) ORDER BY subject_id, requested_at DESC, id DESC`,
      [subjectIds],
    );
    return new Map(
      rows.map(({ subjectId, startedAt, finishedAt, ...row }) => [
        subjectId,
        {
          ...row,
          startedAt: startedAt?.toISOString() ?? null,
          finishedAt: finishedAt?.toISOString() ?? null,
        },
      ]),
    );
  }
}
