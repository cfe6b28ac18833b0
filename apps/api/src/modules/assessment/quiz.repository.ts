import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { query } from '../../platform/database/index.js';
import type { QuizVersionEntity } from './quiz-version.entity.js';

/** Quizzes and their versions. */
@Injectable()
export class QuizRepository {
  /** Makes sure that there is a quiz of this key, locks it for the transaction, and answers its id. */
  async lockByKey(m: EntityManager, newId: string, key: string, now: Date): Promise<string> {
    await query(
      m,
      `INSERT INTO quizzes (id, key, created_at) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT uq_quizzes_key DO NOTHING`,
      [newId, key, now],
    );
    const [row] = await query<{ id: string }>(m, 'SELECT id FROM quizzes WHERE key = $1 FOR UPDATE', [key]);
    if (!row) throw new Error('a quiz vanished while it was locked');
    return row.id;
  }

  /** Number and hash of the newest version, or null. */
  async findNewest(
    m: EntityManager,
    quizId: string,
  ): Promise<{ number: number; contentHash: string } | null> {
    const [row] = await query<{ number: number; contentHash: string }>(
      m,
      `SELECT number, content_hash AS "contentHash" FROM quiz_versions WHERE quiz_id = $1 ORDER BY number DESC LIMIT 1`,
      [quizId],
    );
    return row ?? null;
  }

  async insertVersion(m: EntityManager, version: QuizVersionEntity): Promise<void> {
    await query(
      m,
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
