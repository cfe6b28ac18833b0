import type { Role } from '@kizuna/shared/vocabulary/roles';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import type { SearchKeys } from './people.policy.js';
import type { PersonRecord, PersonValues, SimilarPerson } from './people.record.js';

mapConstraint('fk_people_district_id', 'people.district_unknown', 'districtId');

const columns = `p.id AS "personId", p.name, p.kana, p.born_on::text AS "bornOn", p.phone, p.email,
  p.postal_code AS "postalCode", p.address, p.district_id AS "districtId", d.name AS "districtName", p.wishes,
  p.wish_note AS "wishNote", p.roles, (a.password_hash IS NOT NULL) AS "hasPassword", p.version`;
const tables = `people p LEFT JOIN districts d ON d.id = p.district_id LEFT JOIN accounts a ON a.person_id = p.id`;

/** SQL of `people` and `districts`. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly sql: Sql) {}

  async insert(
    personId: string,
    values: PersonValues,
    keys: SearchKeys,
    roles: readonly Role[],
    now: Date,
  ): Promise<void> {
    await this.sql.query(
      `INSERT INTO people (id, name, kana, born_on, phone, email, postal_code, address, district_id, wishes, wish_note,
         kana_key, phone_digits, email_key, search_text, search_grams, roles, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18)`,
      [personId, ...inOrder(values, keys), roles, now],
    );
  }

  async update(personId: string, values: PersonValues, keys: SearchKeys, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE people SET name = $2, kana = $3, born_on = $4, phone = $5, email = $6, postal_code = $7, address = $8,
         district_id = $9, wishes = $10, wish_note = $11, kana_key = $12, phone_digits = $13, email_key = $14,
         search_text = $15, search_grams = $16, updated_at = $17, version = version + 1 WHERE id = $1`,
      [personId, ...inOrder(values, keys), now],
    );
  }

  async setRoles(personId: string, roles: readonly Role[], now: Date): Promise<void> {
    await this.sql.query(
      'UPDATE people SET roles = $2, updated_at = $3, version = version + 1 WHERE id = $1',
      [personId, roles, now],
    );
  }

  /** Locks the row, then reads it with its related rows. */
  async findForUpdate(personId: string): Promise<PersonRecord | null> {
    await this.sql.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId]);
    const rows = await this.sql.query<PersonRecord>(`SELECT ${columns} FROM ${tables} WHERE p.id = $1`, [
      personId,
    ]);
    return rows[0] ?? null;
  }

  async find(personId: string): Promise<PersonRecord | null> {
    return (await this.findMany([personId]))[0] ?? null;
  }

  findMany(personIds: readonly string[]): Promise<PersonRecord[]> {
    return this.sql.prepared<PersonRecord>(
      'people.by-ids',
      `SELECT ${columns} FROM ${tables} WHERE p.id = ANY($1::uuid[])`,
      [personIds],
    );
  }

  /**
   * A page of people ordered by reading.
   * @param terms normalised terms that must all occur; the grams find them by index
   * @param after reading and id of the last row of the previous page
   */
  search(
    terms: readonly string[],
    grams: readonly string[],
    after: readonly [string, string] | undefined,
    limit: number,
    role?: Role,
  ): Promise<(PersonRecord & { kanaKey: string })[]> {
    const params: unknown[] = [limit];
    const where: string[] = [];
    const add = (value: unknown) => `$${params.push(value)}`;
    if (grams.length > 0) where.push(`p.search_grams @> ${add(grams)}::text[]`);
    for (const term of terms) where.push(`strpos(p.search_text, ${add(term)}) > 0`);
    if (role) where.push(`${add(role)} = ANY(p.roles)`);
    if (after) where.push(`(p.kana_key, p.id) > (${add(after[0])}, ${add(after[1])}::uuid)`);
    return this.sql.query(
      `SELECT ${columns}, p.kana_key AS "kanaKey" FROM ${tables}
       ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY p.kana_key, p.id LIMIT $1`,
      params,
    );
  }

  /** Names and readings before the office changed them; few of the many edits change one. */
  listEarlierNames(): Promise<{ personId: string; name: string | null; kana: string | null }[]> {
    return this.sql.query(
      `SELECT subject_id AS "personId", before ->> 'name' AS name, before ->> 'kana' AS kana FROM audit_log
       WHERE action = 'person.edited' AND jsonb_exists_any(before, ARRAY['name', 'kana'])`,
    );
  }

  listStaff(): Promise<PersonRecord[]> {
    return this.sql.query(
      `SELECT ${columns} FROM ${tables} WHERE p.roles && ARRAY['instructor', 'office', 'admin', 'organiser']
       ORDER BY p.kana_key, p.id`,
    );
  }

  /** Takes the lock under which administrators are counted. */
  async countOtherAdmins(personId: string): Promise<number> {
    await this.sql.query(`SELECT pg_advisory_xact_lock(hashtext('people.admins'))`);
    const rows = await this.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM people WHERE 'admin' = ANY(roles) AND id <> $1`,
      [personId],
    );
    return rows[0]!.count;
  }

  /** People with the same reading or the same telephone, at most ten. */
  findSimilar(kanaKey: string | null, phoneDigits: string | null): Promise<SimilarPerson[]> {
    return this.sql.query<SimilarPerson>(
      `SELECT id AS "personId", name, kana, born_on::text AS "bornOn", phone, address,
         coalesce(kana_key = $1, false) AS "sameKana", coalesce(phone_digits = $2, false) AS "samePhone"
       FROM people WHERE kana_key = $1 OR phone_digits = $2
       ORDER BY (kana_key = $1 AND phone_digits = $2) DESC NULLS LAST, id LIMIT 10`,
      [kanaKey, phoneDigits],
    );
  }

  listDistricts(): Promise<{ districtId: string; name: string; area: string }[]> {
    return this.sql.kept(
      'people.districts',
      'SELECT id AS "districtId", name, area FROM districts ORDER BY position, area, name',
    );
  }

  async putDistrict(id: string, area: string, name: string, position: number): Promise<string> {
    const rows = await this.sql.query<{ id: string }>(
      `INSERT INTO districts (id, area, name, position) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_districts_area_name DO UPDATE SET position = excluded.position RETURNING id`,
      [id, area, name, position],
    );
    return rows[0]!.id;
  }
}

/** The values from `name` to `search_grams`, in the column order of INSERT and UPDATE. */
function inOrder(values: PersonValues, keys: SearchKeys): unknown[] {
  return [
    values.name,
    values.kana,
    values.bornOn,
    values.phone,
    values.email,
    values.postalCode,
    values.address,
    values.districtId,
    values.wishes,
    values.wishNote,
    keys.kanaKey,
    keys.phoneDigits,
    keys.emailKey,
    keys.searchText,
    keys.searchGrams,
  ];
}
