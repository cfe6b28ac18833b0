import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../../platform/database/index.js';
import type { CardRecord } from '../people.record.js';

mapConstraint('uq_accounts_email_key', 'people.email_taken', 'email');

export interface PasswordHolder {
  personId: string;
  passwordHash: string | null;
}

/** SQL of `accounts` and `learner_cards`. */
@Injectable()
export class AccountRepository {
  constructor(private readonly sql: Sql) {}

  findByEmailKey(emailKey: string): Promise<PasswordHolder | null> {
    return this.sql.one<PasswordHolder>(
      'SELECT person_id AS "personId", password_hash AS "passwordHash" FROM accounts WHERE email_key = $1',
      [emailKey],
    );
  }

  findByPerson(personId: string): Promise<PasswordHolder | null> {
    return this.sql.one<PasswordHolder>(
      'SELECT person_id AS "personId", password_hash AS "passwordHash" FROM accounts WHERE person_id = $1',
      [personId],
    );
  }

  /** The people with this contact address. One of them may open an account with it only if there is no other. */
  findPeopleByContact(emailKey: string): Promise<{ personId: string }[]> {
    return this.sql.query(
      `SELECT p.id AS "personId" FROM people p WHERE p.email_key = $1
         AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person_id = p.id AND a.email_key <> $1) LIMIT 2`,
      [emailKey],
    );
  }

  /** Opens an account or changes its address. */
  async put(personId: string, emailKey: string | null, now: Date): Promise<void> {
    await this.sql.query(
      `INSERT INTO accounts (person_id, email_key, created_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_accounts DO UPDATE SET email_key = excluded.email_key`,
      [personId, emailKey, now],
    );
  }

  /** Updates the address of an existing account; does nothing without one. */
  async changeEmail(personId: string, emailKey: string | null): Promise<void> {
    await this.sql.query('UPDATE accounts SET email_key = $2 WHERE person_id = $1', [personId, emailKey]);
  }

  async setPassword(personId: string, passwordHash: string, now: Date): Promise<void> {
    await this.sql.query(
      'UPDATE accounts SET password_hash = $2, password_changed_at = $3 WHERE person_id = $1',
      [personId, passwordHash, now],
    );
  }

  /** The open card with this number. */
  findOpenCard(number: string): Promise<{ personId: string; secretHash: string } | null> {
    return this.sql.one(
      `SELECT person_id AS "personId", secret_hash AS "secretHash" FROM learner_cards
       WHERE number = $1 AND revoked_at IS NULL`,
      [number],
    );
  }

  listCards(personId: string): Promise<CardRecord[]> {
    return this.sql.query(
      `SELECT id AS "cardId", number, issued_at AS "issuedAt", revoked_at AS "revokedAt" FROM learner_cards
       WHERE person_id = $1 ORDER BY issued_at DESC, id DESC`,
      [personId],
    );
  }

  async revokeCards(personId: string, now: Date): Promise<void> {
    await this.sql.query(
      'UPDATE learner_cards SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL',
      [personId, now],
    );
  }

  /** Returns false if the number is taken (a chance of one in a hundred million): the caller draws another. */
  async insertCard(card: {
    id: string;
    personId: string;
    number: string;
    secretHash: string;
    now: Date;
  }): Promise<boolean> {
    const rows = await this.sql.query(
      `INSERT INTO learner_cards (id, person_id, number, secret_hash, issued_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT uq_learner_cards_number DO NOTHING RETURNING id`,
      [card.id, card.personId, card.number, card.secretHash, card.now],
    );
    return rows.length === 1;
  }
}
