import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { SearchKeys } from '../people.policy.js';

/** Finds the person behind an application. */
@Injectable()
export class ApplicantRepository {
  constructor(private readonly sql: Sql) {}

  /** Prevents concurrent registration of a person with this reading and birth date until the transaction ends. */
  async lockIdentity(kanaKey: string, bornOn: string): Promise<void> {
    await this.sql.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('people.applicant:' || $1 || ':' || $2, 0))`,
      [kanaKey, bornOn],
    );
  }

  /** The person with the same reading, birth date and telephone or e-mail; the oldest record if there are several. */
  async findSame(keys: SearchKeys, bornOn: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `SELECT id FROM people WHERE kana_key = $1 AND born_on = $2::date AND (phone_digits = $3 OR email_key = $4)
       ORDER BY created_at, id LIMIT 1`,
      [keys.kanaKey, bornOn, keys.phoneDigits, keys.emailKey],
    );
    return row?.id ?? null;
  }
}
