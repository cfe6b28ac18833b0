import type {
  CertificateList,
  CertificateListQuery,
  CertificatePage,
  CertificateView,
} from '@kizuna/shared/contracts/certification';
import { comparableText } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { formatVerifyCode } from '../ledger/index.js';
import { PeopleReader } from '../people/index.js';
import { CertificateSheetService } from './certificate.sheet.service.js';

interface Row extends Omit<CertificateView, 'verifyUrl' | 'verifyCode'> {
  verifyCode: string;
  fileKey: string;
}

const select = `SELECT id AS "certificateId", enrolment_id AS "enrolmentId", person_id AS "personId", number, serial,
  fiscal_year AS "fiscalYear", course_run_id AS "courseRunId", course_title AS "courseTitle", run_name AS "runName",
  name, name_left_blank AS "nameLeftBlank", issued_on::text AS "issuedOn", completed_on::text AS "completedOn", state, revoked_reason AS "revokedReason",
  verify_code AS "verifyCode", sha256, copy, reissue_reason AS "reissueReason", file_key AS "fileKey" FROM certificates`;

/** The ledger for the office, and a person's own certificates. */
@Injectable()
export class CertificationReader {
  constructor(
    private readonly sql: Sql,
    private readonly sheets: CertificateSheetService,
    private readonly people: PeopleReader,
  ) {}

  /**
   * Searches by the printed name or number, and by anything that finds the person today (reading, old kanji, phone).
   */
  async list(q: CertificateListQuery): Promise<CertificatePage> {
    const rows = await this.sql.query<Row>(
      `${select}
       WHERE ($1::int IS NULL OR fiscal_year = $1) AND ($2::uuid IS NULL OR course_run_id = $2)
         AND ($3::text IS NULL OR search_text LIKE '%' || $3 || '%' OR person_id = ANY($6::uuid[]))
         AND ($4::uuid IS NULL OR id < $4)
       ORDER BY id DESC LIMIT $5`,
      [
        q.fiscalYear ?? null,
        q.courseRunId ?? null,
        q.q ? comparableText(q.q) : null,
        q.cursor !== undefined && /^[0-9a-f-]{36}$/i.test(q.cursor) ? q.cursor : null,
        q.limit + 1,
        q.q ? await this.people.findIdsBySearch(q.q) : [],
      ],
    );
    const items = rows.slice(0, q.limit).map((row) => this.toView(row));
    return { items, nextCursor: rows.length > q.limit ? (items.at(-1)?.certificateId ?? null) : null };
  }

  /** @throws platform.not_found */
  async getView(id: string): Promise<CertificateView> {
    return this.toView(await this.getRow(id, null));
  }

  async listMine(actor: Actor): Promise<CertificateList> {
    const rows = await this.sql.query<Row>(`${select} WHERE person_id = $1 ORDER BY id DESC`, [
      personOf(actor).personId,
    ]);
    return { items: rows.map((row) => this.toView(row)) };
  }

  /** Whether the person holds a valid certificate. */
  async holdsValid(personId: string): Promise<boolean> {
    const row = await this.sql.one(
      `SELECT FROM certificates WHERE person_id = $1 AND state = 'valid' LIMIT 1`,
      [personId],
    );
    return row !== null;
  }

  /** The stored PDF, for the office. */
  async file(id: string): Promise<Buffer> {
    return this.sheets.file((await this.getRow(id, null)).fileKey);
  }

  /** The stored PDFs of some certificates, in the order of the ids. */
  async files(ids: readonly string[]): Promise<Buffer[]> {
    const rows = await this.sql.query<{ fileKey: string }>(
      `SELECT c.file_key AS "fileKey" FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, position)
       JOIN certificates c ON c.id = t.id ORDER BY t.position`,
      [ids],
    );
    const files: Buffer[] = [];
    for (const { fileKey } of rows) files.push(await this.sheets.file(fileKey));
    return files;
  }

  /** The stored PDF of the actor's own certificate. @throws platform.not_found for anyone else's */
  async myFile(actor: Actor, id: string): Promise<Buffer> {
    return this.sheets.file((await this.getRow(id, personOf(actor).personId)).fileKey);
  }

  private async getRow(id: string, personId: string | null): Promise<Row> {
    const row = await this.sql.one<Row>(`${select} WHERE id = $1 AND ($2::uuid IS NULL OR person_id = $2)`, [
      id,
      personId,
    ]);
    if (!row) throw new DomainError('platform.not_found');
    return row;
  }

  private toView(row: Row): CertificateView {
    return {
      ...row,
      verifyUrl: this.sheets.verifyUrlOf(row.verifyCode),
      verifyCode: formatVerifyCode(row.verifyCode),
    };
  }
}
