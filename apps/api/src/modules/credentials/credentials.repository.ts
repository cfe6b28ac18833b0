import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { StoredCredential } from './credentials.document.policy.js';

/** The position of a credential: a bit in a status list. */
export interface Place {
  listNumber: number;
  statusIndex: number;
}

/** A credential to store. */
export type NewCredential = StoredCredential & Place & { sourceId: string };

/** Credentials, achievements and positions in the lists, inside a transaction. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly sql: Sql) {}

  /** The credentials already issued for these sources, by source. */
  async given(sourceIds: readonly string[]): Promise<Map<string, StoredCredential>> {
    const rows = await this.sql.query<StoredCredential & { sourceId: string }>(
      'SELECT source_id AS "sourceId", json_ld AS "jsonLd", jwt FROM credentials WHERE source_id = ANY($1::uuid[])',
      [sourceIds],
    );
    return new Map(rows.map(({ sourceId, jsonLd, jwt }) => [sourceId, { jsonLd, jwt }]));
  }

  /**
   * Blocks issuing for these sources in other transactions until this one ends. Always locks in the same order, to
   * prevent deadlocks.
   */
  async lockSources(sourceIds: readonly string[]): Promise<void> {
    await this.sql.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(source, 1)) FROM unnest($1::text[]) AS t (source)',
      [sourceIds.map((sourceId) => `credentials:${sourceId}`).toSorted()],
    );
  }

  /** The status list that currently takes new credentials: the last one, or the first if there is none yet. */
  async openList(now: Date): Promise<number> {
    const newest = await this.newestList();
    return newest ?? this.addList(1, now);
  }

  /** Adds a list with this number; another transaction may have added it meanwhile. */
  async addList(number: number, now: Date): Promise<number> {
    await this.sql.query(
      `INSERT INTO credential_status_lists (number, opened_at) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT pk_credential_status_lists DO NOTHING`,
      [number, now],
    );
    return number;
  }

  /** Which of these positions in a list are taken. */
  async takenOf(listNumber: number, indexes: readonly number[]): Promise<Set<number>> {
    const rows = await this.sql.query<{ index: number }>(
      'SELECT status_index AS index FROM credentials WHERE list_number = $1 AND status_index = ANY($2::int[])',
      [listNumber, indexes],
    );
    return new Set(rows.map((row) => row.index));
  }

  /**
   * @returns the sources whose credential was stored: those whose position had not just been taken by another
   * transaction
   */
  async insert(credentials: readonly NewCredential[], now: Date): Promise<Set<string>> {
    const rows = await this.sql.query<{ sourceId: string }>(
      `INSERT INTO credentials (source_id, list_number, status_index, json_ld, jwt, issued_at)
       SELECT source_id, list_number, status_index, json_ld, jwt, $6::timestamptz
       FROM unnest($1::uuid[], $2::int[], $3::int[], $4::text[], $5::text[])
         AS c (source_id, list_number, status_index, json_ld, jwt)
       ON CONFLICT ON CONSTRAINT uq_credentials_place DO NOTHING RETURNING source_id AS "sourceId"`,
      [
        credentials.map(({ sourceId }) => sourceId),
        credentials.map(({ listNumber }) => listNumber),
        credentials.map(({ statusIndex }) => statusIndex),
        credentials.map(({ jsonLd }) => jsonLd),
        credentials.map(({ jwt }) => jwt),
        now,
      ],
    );
    return new Set(rows.map(({ sourceId }) => sourceId));
  }

  async revoke(sourceId: string, now: Date): Promise<void> {
    await this.sql.query(
      'UPDATE credentials SET revoked_at = $2 WHERE source_id = $1 AND revoked_at IS NULL',
      [sourceId, now],
    );
  }

  /**
   * Stores the newest wording of an achievement. Skips unchanged ones: writing them would make issuers wait for each
   * other.
   */
  async saveAchievement(id: string, document: string, now: Date): Promise<void> {
    const [row] = await this.sql.query<{ document: string }>(
      'SELECT document FROM credential_achievements WHERE id = $1',
      [id],
    );
    if (row?.document === document) return;
    await this.sql.query(
      `INSERT INTO credential_achievements (id, document, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_credential_achievements
       DO UPDATE SET document = EXCLUDED.document, changed_at = EXCLUDED.changed_at`,
      [id, document, now],
    );
  }

  private async newestList(): Promise<number | null> {
    const [row] = await this.sql.query<{ number: number | null }>(
      'SELECT max(number) AS number FROM credential_status_lists',
    );
    return row?.number ?? null;
  }
}
