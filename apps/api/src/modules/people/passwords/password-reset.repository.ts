import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

export interface OpenReset {
  resetId: string;
  personId: string;
}

/** SQL of `password_resets`. */
@Injectable()
export class PasswordResetRepository {
  constructor(private readonly sql: Sql) {}

  async insert(reset: {
    id: string;
    personId: string;
    purpose: 'reset' | 'invitation';
    tokenHash: Buffer;
    codeHash: Buffer;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    // Only the newest mail is valid
    await this.sql.query('DELETE FROM password_resets WHERE person_id = $1 AND used_at IS NULL', [
      reset.personId,
    ]);
    await this.sql.query(
      `INSERT INTO password_resets (id, person_id, purpose, token_hash, code_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [reset.id, reset.personId, reset.purpose, reset.tokenHash, reset.codeHash, reset.now, reset.expiresAt],
    );
  }

  async findOpenByToken(tokenHash: Buffer, now: Date): Promise<OpenReset | null> {
    const rows = await this.sql.query<OpenReset>(
      `SELECT id AS "resetId", person_id AS "personId" FROM password_resets
       WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 FOR UPDATE`,
      [tokenHash, now],
    );
    return rows[0] ?? null;
  }

  /** Charges one attempt at the six digits and returns the reset it belongs to, or null if no attempts are left. */
  async chargeCodeTry(
    emailKey: string,
    tries: number,
    now: Date,
  ): Promise<(OpenReset & { codeHash: Buffer }) | null> {
    const rows = await this.sql.query<OpenReset & { codeHash: Buffer }>(
      `UPDATE password_resets r SET code_attempts = code_attempts + 1 FROM accounts a
       WHERE a.email_key = $1 AND r.person_id = a.person_id AND r.used_at IS NULL AND r.expires_at > $3
         AND r.code_attempts < $2
       RETURNING r.id AS "resetId", r.person_id AS "personId", r.code_hash AS "codeHash"`,
      [emailKey, tries, now],
    );
    return rows[0] ?? null;
  }

  /** Returns false if a concurrent request has already used it. */
  async use(resetId: string, now: Date): Promise<boolean> {
    const rows = await this.sql.query(
      'UPDATE password_resets SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING id',
      [resetId, now],
    );
    return rows.length === 1;
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.sql.query('DELETE FROM password_resets WHERE expires_at < $1', [moment]);
  }
}
