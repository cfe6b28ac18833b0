import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';

/** SQL for `wallet_offers`. */
@Injectable()
export class WalletOfferRepository {
  constructor(private readonly sql: Sql) {}

  /** Replaces the previous code with a new one, whatever its state. */
  async put(certificateId: string, codeHash: string, expiresAt: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO wallet_offers (certificate_id, code_hash, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_wallet_offers
       DO UPDATE SET code_hash = $2, expires_at = $3, token_hash = NULL`,
      [certificateId, codeHash, expiresAt],
    );
  }

  /** Exchanges a code for a token; only the first of concurrent requests succeeds. @returns whether it succeeded */
  async redeem(codeHash: string, token: { hash: string; expiresAt: Date }, now: Date): Promise<boolean> {
    const redeemed = await this.sql.query(
      `UPDATE wallet_offers SET token_hash = $2, expires_at = $3
       WHERE code_hash = $1 AND token_hash IS NULL AND expires_at > $4 RETURNING certificate_id`,
      [codeHash, token.hash, token.expiresAt, now],
    );
    return redeemed.length === 1;
  }

  /** The certificate that a token gives access to, until it expires. */
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
