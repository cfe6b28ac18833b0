import type {
  LedgerChoices,
  LedgerFilter,
  LedgerLine,
  LedgerPage,
  LedgerQuery,
} from '@kizuna/shared/contracts/ledger';
import { comparableText } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { PeopleReader } from '../people/index.js';

type Cursor = readonly [fiscalYear: number, issuedOn: string, id: string];

const columns = `l.origin, l.id, l.number, l.copy, l.name, l.kana, l.fiscal_year AS "fiscalYear",
  l.course_title AS "courseTitle", l.run_name AS "runName", l.completed_on AS "completedOn", l.issued_on AS "issuedOn",
  l.state, l.person_id AS "personId", l.note,
  CASE WHEN l.origin = 'paper' THEN 1 ELSE (SELECT max(c.copy) FROM certificates c WHERE c.course_id = l.course_id
    AND c.fiscal_year = l.fiscal_year AND c.serial = l.serial) END AS copies`;

/** A date known only to the month is between two dates if its month is. */
const where = `($1::int IS NULL OR l.fiscal_year = $1) AND ($2::text IS NULL OR l.course_title = $2)
  AND ($3::uuid IS NULL OR l.course_run_id = $3) AND ($4::text IS NULL OR l.state = $4)
  AND ($5::text IS NULL OR (l.origin = 'system' AND (l.copy = 1) = ($5 = 'first')))
  AND ($6::text IS NULL OR l.issued_on >= left($6, length(l.issued_on)))
  AND ($7::text IS NULL OR l.issued_on <= left($7, length(l.issued_on)))
  AND ($8::text IS NULL OR l.search_text LIKE '%' || $8 || '%' OR l.person_id = ANY($9::uuid[]))`;

/** The whole ledger (修了者台帳): certificates issued by the system and those transcribed from paper, in one list. */
@Injectable()
export class LedgerLinesReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
  ) {}

  /** Newest first. Matches the printed data, and anything that finds the person now or did under an older name. */
  async list(q: LedgerQuery): Promise<LedgerPage> {
    const after = decodeCursor<Cursor>(q.cursor, 3);
    const rows = await this.sql.query<LedgerLine>(
      `SELECT ${columns} FROM ledger_lines l WHERE ${where}
         AND ($10::int IS NULL OR (l.fiscal_year, coalesce(l.issued_on, ''), l.id) < ($10, $11::text, $12::uuid))
       ORDER BY l.fiscal_year DESC, coalesce(l.issued_on, '') DESC, l.id DESC LIMIT $13`,
      [...(await this.conditionsOf(q)), ...(after ?? [null, null, null]), q.limit + 1],
    );
    const { rows: items, nextCursor } = pageFrom(rows, q.limit, (row) => [
      row.fiscalYear,
      row.issuedOn ?? '',
      row.id,
    ]);
    return { items, nextCursor };
  }

  /** The whole ledger in the order of a paper ledger: by year, course and number. */
  async all(filter: LedgerFilter): Promise<LedgerLine[]> {
    return this.sql.query<LedgerLine>(
      `SELECT ${columns} FROM ledger_lines l WHERE ${where}
       ORDER BY l.fiscal_year, l.course_title, l.serial NULLS LAST, l.number, l.copy, l.id`,
      await this.conditionsOf(filter),
    );
  }

  /** The years and courses in the ledger. */
  async choices(): Promise<LedgerChoices> {
    const rows = await this.sql.query<{ fiscalYear: number; courseTitle: string }>(
      'SELECT DISTINCT fiscal_year AS "fiscalYear", course_title AS "courseTitle" FROM ledger_lines',
    );
    const fiscalYears = [...new Set(rows.map((row) => row.fiscalYear))].toSorted((a, b) => b - a);
    const courses = [...new Set(rows.map((row) => row.courseTitle))].toSorted();
    return { fiscalYears, courses };
  }

  private async conditionsOf(q: LedgerFilter): Promise<unknown[]> {
    const [today, earlier] = q.q
      ? await Promise.all([this.people.findIdsBySearch(q.q), this.people.findIdsByEarlierName(q.q)])
      : [[], []];
    return [
      q.fiscalYear ?? null,
      q.course || null,
      q.courseRunId ?? null,
      q.state ?? null,
      q.copy ?? null,
      q.issuedFrom ?? null,
      q.issuedTo ?? null,
      q.q ? comparableText(q.q) : null,
      [...today, ...earlier],
    ];
  }
}
