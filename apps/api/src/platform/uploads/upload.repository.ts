import type { UploadView } from '@kizuna/shared/contracts/uploads';
import type { UploadPurpose, UploadState } from '@kizuna/shared/vocabulary/uploads';
import { Injectable } from '@nestjs/common';

import { Sql } from '../database/sql.js';

/** An upload as stored in the database. */
export interface UploadRow {
  id: UploadView['uploadId'];
  personId: string;
  purpose: UploadPurpose;
  fileName: string;
  sizeBytes: number;
  state: UploadState;
  createdAt: Date;
  expiresAt: Date;
}

const columns = `id, person_id AS "personId", purpose, file_name AS "fileName", size_bytes::float8 AS "sizeBytes", state,
  created_at AS "createdAt", expires_at AS "expiresAt"`;

/** The rows of uploads. */
@Injectable()
export class UploadRepository {
  constructor(private readonly sql: Sql) {}

  find(id: string): Promise<UploadRow | null> {
    return this.sql.one<UploadRow>(`SELECT ${columns} FROM uploads WHERE id = $1`, [id]);
  }

  /** The row, locked until the caller's transaction ends. */
  async lock(id: string): Promise<UploadRow | null> {
    return (
      (await this.sql.query<UploadRow>(`SELECT ${columns} FROM uploads WHERE id = $1 FOR UPDATE`, [id]))[0] ??
      null
    );
  }

  async add(row: Omit<UploadRow, 'state'>): Promise<void> {
    await this.sql.query(
      `INSERT INTO uploads (id, person_id, purpose, file_name, size_bytes, state, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, 'receiving', $6, $7)`,
      [row.id, row.personId, row.purpose, row.fileName, row.sizeBytes, row.createdAt, row.expiresAt],
    );
  }

  /** Moves it to the next state; a taken upload stays taken. */
  async become(id: string, state: 'complete' | 'taken'): Promise<void> {
    await this.sql.execute(`UPDATE uploads SET state = $2 WHERE id = $1 AND state <> 'taken'`, [id, state]);
  }

  async remove(id: string): Promise<void> {
    await this.sql.execute('DELETE FROM uploads WHERE id = $1', [id]);
  }

  /** Expired uploads; a taken one is deleted by the command that took it. */
  async expired(now: Date): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT id FROM uploads WHERE state <> 'taken' AND expires_at <= $1 LIMIT 500`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these ids still have a row. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.sql.query<{ id: string }>('SELECT id FROM uploads WHERE id = ANY($1::uuid[])', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}
