import { Injectable } from '@nestjs/common';

import { Reads } from '../../platform/database/index.js';
import type { KeyPair } from './credentials.x509.js';

export interface SigningKey extends KeyPair {
  id: string;
}

/**
 * The keys that sign. Asked for inside the issuing transaction, the statements run on its connection (see Reads): a key
 * that it makes is rolled back together with what it signed.
 */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly reads: Reads) {}

  async findActive(): Promise<SigningKey | null> {
    return this.reads.one<SigningKey>(
      `SELECT id, private_key AS "privateKey", certificate FROM signing_keys
       WHERE purpose = 'pdf' AND retired_at IS NULL`,
    );
  }

  /** Until the transaction ends nobody else makes a key. */
  async lock(): Promise<void> {
    await this.reads.query(`SELECT pg_advisory_xact_lock(hashtextextended('signing_keys:pdf', 1))`);
  }

  async insert(key: SigningKey, createdAt: Date): Promise<void> {
    await this.reads.query(
      `INSERT INTO signing_keys (id, purpose, private_key, certificate, created_at) VALUES ($1, 'pdf', $2, $3, $4)`,
      [key.id, key.privateKey, key.certificate, createdAt],
    );
  }
}
