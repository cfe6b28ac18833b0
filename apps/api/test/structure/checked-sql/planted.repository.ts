import type { Sql } from '../../../src/platform/database/index.js';

const columns = 'id, name';

/** Statements with one fault each, to prove that the check finds it; the method's name says which. */
export class PlantedRepository {
  constructor(private readonly sql: Sql) {}

  wrongColumn() {
    return this.sql.query<{ name: string }>('SELECT names AS name FROM people');
  }

  wrongType() {
    return this.sql.query<{ count: number }>('SELECT count(*) AS count FROM people');
  }

  wrongTypeOfDate() {
    return this.sql.one<{ bornOn: string }>(
      'SELECT born_on AS "bornOn" FROM people WHERE born_on IS NOT NULL',
    );
  }

  wrongTypeOfItems() {
    return this.sql.query<{ ids: number[] }>('SELECT array_agg(id) AS ids FROM people GROUP BY kana');
  }

  dateInJson() {
    return this.sql.query<{ person: { at: Date } }>(
      `SELECT jsonb_build_object('at', updated_at) AS person FROM people`,
    );
  }

  missingNull() {
    return this.sql.query<{ bornOn: string }>('SELECT born_on::text AS "bornOn" FROM people');
  }

  missingNullBehindOr() {
    return this.sql.query<{ bornOn: string }>(
      `SELECT born_on::text AS "bornOn" FROM people WHERE name = '' OR (born_on IS NOT NULL AND kana = '')`,
    );
  }

  missingNullOfOuterJoin() {
    return this.sql.query<{ name: string; accountOf: string }>(
      'SELECT p.name, a.person_id AS "accountOf" FROM people p LEFT JOIN accounts a ON a.person_id = p.id',
    );
  }

  missingNullOfCase() {
    return this.sql.query<{ email: string }>(`SELECT CASE WHEN id = $1 THEN name END AS email FROM people`, [
      '',
    ]);
  }

  missingNullOfPart() {
    return this.sql.query<{ isToday: boolean }>('SELECT born_on = now()::date AS "isToday" FROM people');
  }

  missingNullOfAggregate() {
    return this.sql.one<{ last: string }>('SELECT max(name) AS last FROM people');
  }

  undeclaredColumn() {
    return this.sql.query<{ id: string }>(`SELECT ${columns} FROM people`);
  }

  missingColumn() {
    return this.sql.query<{ id: string; name: string; kana: string }>(`SELECT ${columns} FROM people`);
  }

  missingParameter(id: string) {
    return this.sql.query<{ id: string }>('SELECT id FROM people WHERE id = $1 AND name = $2', [id]);
  }

  /** Only without a name. */
  missingParameterInBranch(id: string, name: string | null) {
    return this.sql.query<{ id: string }>(
      `SELECT id FROM people WHERE id = $1 AND ${name === null ? 'kana' : 'name'} = $2`,
      [id, ...(name === null ? [] : [name])],
    );
  }

  wrongConditionInList(name: string | null) {
    const params: unknown[] = [];
    const where: string[] = ['true'];
    if (name !== null) where.push(`nam = $${params.push(name)}`);
    return this.sql.query<{ id: string }>(`SELECT id FROM people WHERE ${where.join(' AND ')}`, params);
  }

  inferredRow(): Promise<{ id: number }[]> {
    return this.sql.query('SELECT id FROM people');
  }

  textOfCaller() {
    return this.rows('kan IS NULL');
  }

  textFromElsewhere(text: string) {
    return this.sql.query(text);
  }

  unsent() {
    return 'SELECT id FROM people';
  }

  private rows(condition: string) {
    return this.sql.query<{ id: string }>(`SELECT id FROM people WHERE ${condition}`);
  }

  keptAlthoughPersonal() {
    return this.sql.kept<{ id: string }>('planted', 'SELECT id FROM people');
  }
}
