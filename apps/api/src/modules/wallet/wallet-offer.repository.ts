import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** SQL of `wallet_offers`. */
@Injectable()
export class WalletOfferRepository {
  constructor(private readonly sql: Sql) {}

  /** Puts a new code in the place of the last one, whatever became of that. */
  async put(certificateId: string, codeHash: string, expiresAt: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO wallet_offers (certificate_id, code_hash, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_wallet_offers
       DO UPDATE SET code_hash = $2, expires_at = $3, token_hash = NULL`,
      [certificateId, codeHash, expiresAt],
    );
  }

  /** Turns a code into a token, for the first of all that ask at once. @returns whether there was one */
  async redeem(codeHash: string, token: { hash: string; expiresAt: Date }, now: Date): Promise<boolean> {
    const redeemed = await this.sql.query(
      `UPDATE wallet_offers SET token_hash = $2, expires_at = $3
       WHERE code_hash = $1 AND token_hash IS NULL AND expires_at > $4 RETURNING certificate_id`,
      [codeHash, token.hash, token.expiresAt, now],
    );
    return redeemed.length === 1;
  }

  /** The certificate for which a token stands while it lasts. */
  async certificateOf(tokenHash: string, now: Date): Promise<string | null> {
    const [row] = await this.sql.query<{ certificateId: string }>(
      `SELECT certificate_id AS "certificateId" FROM wallet_offers WHERE token_hash = $1 AND expires_at > $2`,
      [tokenHash, now],
    );
    return row?.certificateId ?? null;
  }

  async forget(now: Date): Promise<void> {
    await this.sql.query('DELETE FROM wallet_offers WHERE expires_at <= $1', [now]);
  }
}
