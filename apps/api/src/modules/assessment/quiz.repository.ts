import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { QuizVersionEntity } from './quiz-version.entity.js';

/** Quizzes and their versions. */
@Injectable()
export class QuizRepository {
  constructor(private readonly sql: Sql) {}

  /** Ensures that a quiz with this key exists, locks it for the transaction, and returns its id. */
  async lockByKey(newId: string, key: string, now: Date): Promise<string> {
    await this.sql.query(
      `INSERT INTO quizzes (id, key, created_at) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT uq_quizzes_key DO NOTHING`,
      [newId, key, now],
    );
    const [row] = await this.sql.query<{ id: string }>('SELECT id FROM quizzes WHERE key = $1 FOR UPDATE', [
      key,
    ]);
    if (!row) throw new Error('a locked quiz is missing');
    return row.id;
  }

  /** Number and hash of the newest version, or null. */
  async findNewest(quizId: string): Promise<{ number: number; contentHash: string } | null> {
    const [row] = await this.sql.query<{ number: number; contentHash: string }>(
      `SELECT number, content_hash AS "contentHash" FROM quiz_versions WHERE quiz_id = $1 ORDER BY number DESC LIMIT 1`,
      [quizId],
    );
    return row ?? null;
  }

  async insertVersion(version: QuizVersionEntity): Promise<void> {
    await this.sql.query(
      `INSERT INTO quiz_versions (id, quiz_id, number, title, pass_percent, max_attempts, questions, content_hash,
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
      [
        version.id,
        version.quizId,
        version.number,
        version.title,
        version.passPercent,
        version.maxAttempts,
        JSON.stringify(version.questions),
        version.contentHash,
        version.createdAt,
      ],
    );
  }
}
