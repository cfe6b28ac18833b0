import type { Role } from '@kizuna/shared/vocabulary/roles';
import { Injectable } from '@nestjs/common';

import { GatheredLook, Sql } from '../../../platform/database/index.js';

export interface OpenSignIn {
  signInId: string;
  personId: string;
  name: string;
  roles: Role[];
  via: 'password' | 'card';
  /** Of the office's content, for `Sql.kept`: it is read with every sign-in. */
  contentVersion: string;
  createdAt: Date;
  seenAt: Date;
}

type FoundSignIn = OpenSignIn & { place: number; expiresAt: Date };

/** SQL of `sign_ins`. */
@Injectable()
export class SignInRepository {
  private readonly looks = new GatheredLook((hashes: readonly Buffer[]) => this.findAll(hashes));

  constructor(private readonly sql: Sql) {}

  async insert(signIn: {
    id: string;
    tokenHash: Buffer;
    personId: string;
    via: string;
    now: Date;
    expiresAt: Date;
  }): Promise<void> {
    await this.sql.query(
      `INSERT INTO sign_ins (id, token_hash, person_id, via, created_at, seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $5, $6)`,
      [signIn.id, signIn.tokenHash, signIn.personId, signIn.via, signIn.now, signIn.expiresAt],
    );
  }

  /** The most frequent query: runs for every request of a signed-in person, many at a time under load. */
  async findOpen(tokenHash: Buffer, now: Date): Promise<OpenSignIn | null> {
    const found = await this.looks.find(tokenHash);
    return found && found.expiresAt > now ? found : null;
  }

  private async findAll(hashes: readonly Buffer[]): Promise<(FoundSignIn | null)[]> {
    const rows = await this.sql.prepared<FoundSignIn>(
      'people.find_open_sign_ins',
      `SELECT asked.place::int AS place, s.id AS "signInId", s.person_id AS "personId", p.name, p.roles,
         s.via, (SELECT version FROM content_version) AS "contentVersion", s.created_at AS "createdAt", s.seen_at AS "seenAt", s.expires_at AS "expiresAt"
       FROM unnest($1::bytea[]) WITH ORDINALITY AS asked (hash, place)
         JOIN sign_ins s ON s.token_hash = asked.hash JOIN people p ON p.id = s.person_id
       WHERE s.ended_at IS NULL`,
      [hashes],
    );
    const found = new Map(rows.map((row) => [row.place, row]));
    return hashes.map((_, index) => found.get(index + 1) ?? null);
  }

  async countOpen(personId: string, now: Date): Promise<number> {
    const row = await this.sql.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM sign_ins WHERE person_id = $1 AND ended_at IS NULL AND expires_at > $2',
      [personId, now],
    );
    return row!.count;
  }

  async touch(signInId: string, now: Date, expiresAt: Date): Promise<void> {
    await this.sql.writeAlone(
      'people.touch-sign-in',
      'UPDATE sign_ins SET seen_at = $2, expires_at = $3 WHERE id = $1 AND ended_at IS NULL',
      [signInId, now, expiresAt],
    );
  }

  async end(signInId: string, now: Date): Promise<void> {
    await this.sql.query('UPDATE sign_ins SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [
      signInId,
      now,
    ]);
  }

  /** Ends the person's sign-ins: all of them, all but one, or only those opened by one method. */
  async endAll(
    personId: string,
    now: Date,
    only: { except?: string; via?: 'password' | 'card' } = {},
  ): Promise<void> {
    await this.sql.query(
      `UPDATE sign_ins SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL
         AND ($3::uuid IS NULL OR id <> $3) AND ($4::text IS NULL OR via = $4)`,
      [personId, now, only.except ?? null, only.via ?? null],
    );
  }

  /** Deletes sign-ins that ended or expired before the given time. */
  async forgetBefore(moment: Date): Promise<void> {
    await this.sql.query('DELETE FROM sign_ins WHERE expires_at < $1 OR ended_at < $1', [moment]);
  }
}
