import type { LedgerView } from '@kizuna/shared/contracts/ledger';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { beforeFirst, firstBreak, type Link } from './ledger.chain.js';

type Head = { seq: number; hash: string };
type HeadRow = Head & { at: Date | null };

/** The number of links read and recomputed at a time. */
const pageSize = 5_000;

/** Whether the ledger is unchanged, and the head hash with which others can check this later (docs/adr/0021). */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /**
   * Recomputes the whole chain and compares every certificate with its entries. The cost grows with the ledger (about
   * 5,000 links per statement): only for a page that is opened on purpose.
   */
  async check(): Promise<LedgerView> {
    // Read first: every link up to the head must exist, whatever is added meanwhile
    const [head] = await this.sql.query<HeadRow>(
      'SELECT h.seq::int AS seq, h.hash, e.at FROM ledger_head h LEFT JOIN ledger_entries e ON e.seq = h.seq',
    );
    const brokenAt = await this.walk(head!);
    const [counted] = await this.sql.query<{ differing: number }>(
      `SELECT (SELECT count(*) FROM certificates c
       WHERE EXISTS (SELECT FROM ledger_entries e WHERE e.certificate_id = c.id
           AND e.statement <> ledger_statement(c, e.kind, e.at))
         OR (SELECT string_agg(e.kind, ' ' ORDER BY e.seq) FROM ledger_entries e WHERE e.certificate_id = c.id)
           IS DISTINCT FROM concat_ws(' ', CASE WHEN c.copy = 1 THEN 'issued' ELSE 'reissued' END, nullif(c.state, 'valid')))::int
         + (SELECT count(*) FROM paper_records p WHERE (SELECT e.statement = ledger_statement_paper(p, e.kind, e.at)
           AND e.kind = CASE WHEN p.struck THEN 'struck' WHEN p.version = 1 THEN 'recorded' ELSE 'corrected' END
           FROM ledger_entries e WHERE e.paper_record_id = p.id) IS NOT TRUE)::int AS differing`,
    );
    const years = await this.sql.query<LedgerView['years'][number]>(
      `SELECT fiscal_year AS "fiscalYear", course_title AS "courseTitle",
         count(*) FILTER (WHERE origin = 'system' AND copy = 1)::int AS issued,
         count(*) FILTER (WHERE copy > 1)::int AS reissued, count(*) FILTER (WHERE state = 'revoked')::int AS revoked,
         count(*) FILTER (WHERE state = 'recorded')::int AS recorded
       FROM ledger_lines GROUP BY fiscal_year, course_title ORDER BY fiscal_year DESC, course_title`,
    );
    return {
      entries: head!.seq,
      head: head!.hash,
      headAt: head!.at?.toISOString() ?? null,
      brokenAt,
      differing: counted!.differing,
      years,
      checkedAt: this.clock.now().toISOString(),
    };
  }

  /** The hash of the last link, as printed on paper. */
  async head(): Promise<string> {
    const [head] = await this.sql.query<Head>('SELECT seq::int AS seq, hash FROM ledger_head');
    return head!.hash;
  }

  /** The number of the first link that does not follow from the previous one, or is missing; null if all are intact. */
  private async walk(head: Head): Promise<number | null> {
    let last: Head = beforeFirst;
    for (;;) {
      const links = await this.sql.query<Link>(
        `SELECT seq::int AS seq, statement, previous, hash FROM ledger_entries
         WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3`,
        [last.seq, head.seq, pageSize],
      );
      const broken = firstBreak(links, last);
      if (broken !== null) return broken;
      last = links.at(-1) ?? last;
      if (links.length < pageSize) break;
    }
    if (last.seq < head.seq) return last.seq + 1;
    return last.hash === head.hash ? null : head.seq;
  }
}
