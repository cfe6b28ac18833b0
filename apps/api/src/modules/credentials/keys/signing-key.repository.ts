import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { KeyPurpose } from './signing-key.entity.js';

/** A key in use. The public part is a certificate (files) or the bare key (credentials), PEM. */
export interface SigningKey {
  id: string;
  purpose: KeyPurpose;
  privateKey: string;
  certificate: string | null;
  publicKey: string | null;
}

/**
 * The signing keys. Called inside the issuing transaction, the statements run on its connection (see Sql): a newly
 * created key is rolled back together with what it signed.
 */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly sql: Sql) {}

  async findActive(purpose: KeyPurpose): Promise<SigningKey | null> {
    return this.sql.one<SigningKey>(
      `SELECT id, purpose, private_key AS "privateKey", certificate, public_key AS "publicKey" FROM signing_keys
       WHERE purpose = $1 AND retired_at IS NULL`,
      [purpose],
    );
  }

  /** The public keys for credentials, the active one first: what an old one signed stays verifiable. */
  async listPublic(): Promise<string[]> {
    const rows = await this.sql.query<{ publicKey: string }>(
      `SELECT public_key AS "publicKey" FROM signing_keys WHERE public_key IS NOT NULL
       ORDER BY retired_at DESC NULLS FIRST, created_at DESC, id DESC`,
    );
    return rows.map((row) => row.publicKey);
  }

  /** Blocks other transactions from creating or retiring a key of this purpose until this one ends. */
  async lock(purpose: KeyPurpose): Promise<void> {
    await this.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [
      `signing_keys:${purpose}`,
    ]);
  }

  async insert(key: SigningKey, createdAt: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO signing_keys (id, purpose, private_key, certificate, public_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [key.id, key.purpose, key.privateKey, key.certificate, key.publicKey, createdAt],
    );
  }

  /** Retires the key and wipes its private part: it is useless to a later thief. Returns its id. */
  async retire(purpose: KeyPurpose, now: Date): Promise<string | null> {
    const row = await this.sql.one<{ id: string }>(
      `UPDATE signing_keys SET retired_at = $2, private_key = NULL WHERE purpose = $1 AND retired_at IS NULL
       RETURNING id`,
      [purpose, now],
    );
    return row?.id ?? null;
  }
}
