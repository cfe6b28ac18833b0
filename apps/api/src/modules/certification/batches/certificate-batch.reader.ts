import type {
  BatchItemListQuery,
  BatchItemPage,
  CertificateBatchList,
  CertificateBatchView,
} from '@kizuna/shared/contracts/certification.batches';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { decodeCursor, pageFrom } from '../../../platform/paging/index.js';
import { CoursesReader } from '../../courses/index.js';

type Counted = Pick<CertificateBatchView, 'certificateBatchId' | 'courseRunId' | 'issuedOn'> &
  Pick<CertificateBatchView, 'total' | 'issued' | 'refused'> & {
    askedAt: Date;
    askedBy: string | null;
    finishedAt: Date | null;
  };
type RefusedRow = CertificateBatchView['refusals'][number];
type IssuedRow = BatchItemPage['items'][number] & { position: number };
type Summary = CertificateBatchList['items'][number];

const select = `SELECT b.id AS "certificateBatchId", b.course_run_id AS "courseRunId", b.issued_on::text AS "issuedOn",
    b.asked_at AS "askedAt", a.name AS "askedBy", b.finished_at AS "finishedAt", n.total, n.issued, n.refused
  FROM certificate_batches b LEFT JOIN page_people a ON a.person_id = b.asked_by, LATERAL (SELECT count(*)::int AS total,
    (count(*) FILTER (WHERE i.state = 'issued'))::int AS issued,
    (count(*) FILTER (WHERE i.state = 'refused'))::int AS refused
    FROM certificate_batch_items i WHERE i.batch_id = b.id) n`;
const latest = 20;

/** The progress and results of batches. */
@Injectable()
export class CertificateBatchReader {
  constructor(
    private readonly sql: Sql,
    private readonly courses: CoursesReader,
  ) {}

  /** @throws platform.not_found */
  async getView(batchId: string): Promise<CertificateBatchView> {
    const [batch, refusals] = await Promise.all([
      this.sql.prepared<Counted>('certification.batch', `${select} WHERE b.id = $1`, [batchId]),
      this.sql.prepared<RefusedRow>(
        'certification.batch-refusals',
        `SELECT i.enrolment_id AS "enrolmentId", i.person_id AS "personId", p.name, p.kana, i.refusal_code AS code,
           coalesce(i.refusal_params, '{}') AS params
         FROM certificate_batch_items i JOIN page_people p ON p.person_id = i.person_id
         WHERE i.batch_id = $1 AND i.state = 'refused' AND i.refusal_code IS NOT NULL ORDER BY i.position`,
        [batchId],
      ),
    ]);
    const [summary] = await this.summariesOf(batch);
    if (!summary) throw new DomainError('platform.not_found');
    return { ...summary, refusals };
  }

  /** The latest batches of a run. */
  async listOfRun(courseRunId: string): Promise<CertificateBatchList> {
    const rows = await this.sql.query<Counted>(
      `${select} WHERE b.course_run_id = $1 ORDER BY b.asked_at DESC, b.id DESC LIMIT ${latest}`,
      [courseRunId],
    );
    return { items: await this.summariesOf(rows) };
  }

  /** Unfinished batches, oldest first. */
  async listRunning(): Promise<Summary[]> {
    return this.summariesOf(
      await this.sql.query<Counted>(
        `${select} WHERE b.finished_at IS NULL ORDER BY b.asked_at, b.id LIMIT ${latest}`,
      ),
    );
  }

  /** The certificates of a batch in the order of the roster. @throws platform.not_found */
  async listIssued(batchId: string, query: BatchItemListQuery): Promise<BatchItemPage> {
    const [after] = decodeCursor<[number]>(query.cursor, 1) ?? [0];
    const found = await this.sql.query<IssuedRow>(
      `SELECT i.position, i.enrolment_id AS "enrolmentId", i.person_id AS "personId", p.name, p.kana,
         c.id AS "certificateId", c.number, c.name_left_blank AS "nameLeftBlank"
       FROM certificate_batch_items i JOIN certificates c ON c.id = i.certificate_id
         JOIN page_people p ON p.person_id = i.person_id
       WHERE i.batch_id = $1 AND i.position > $2::int ORDER BY i.position LIMIT $3`,
      [batchId, after, query.limit + 1],
    );
    if (found.length === 0) await this.getView(batchId);
    const { rows, nextCursor } = pageFrom(found, query.limit, ({ position }) => [position]);
    return { items: rows, nextCursor };
  }

  /** The ids of the batch's valid certificates, in the order of the roster. @throws platform.not_found */
  async validOf(batchId: string): Promise<string[]> {
    await this.getView(batchId);
    const rows = await this.sql.query<{ id: string }>(
      `SELECT c.id FROM certificate_batch_items i JOIN certificates c ON c.id = i.certificate_id
       WHERE i.batch_id = $1 AND c.state = 'valid' ORDER BY i.position`,
      [batchId],
    );
    return rows.map(({ id }) => id);
  }

  private async summariesOf(rows: readonly Counted[]): Promise<Summary[]> {
    const runs = rows.length === 0 ? [] : await this.courses.runsByIds(rows.map((row) => row.courseRunId));
    const runOf = new Map(runs.map((run) => [run.courseRunId as string, run]));
    return rows.map(({ askedAt, finishedAt, ...row }) => ({
      ...row,
      courseTitle: runOf.get(row.courseRunId)?.courseTitle ?? '',
      runName: runOf.get(row.courseRunId)?.name ?? '',
      askedAt: askedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    }));
  }
}
