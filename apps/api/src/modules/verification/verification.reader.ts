import type { VerificationView } from '@kizuna/shared/contracts/verification';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';

/** What the paper says, plus what is needed to compare a typed number. */
interface Row extends Omit<VerificationView, 'checkedAt' | 'invalidSince'> {
  fiscalYear: number;
  serial: number;
  invalidSince: Date | null;
}

const select = `SELECT number, fiscal_year AS "fiscalYear", serial, course_title AS "courseTitle", name,
  name_left_blank AS "nameLeftBlank", body,
  completed_on::text AS "completedOn", issued_on::text AS "issuedOn", issuer, issuer_head AS "issuerHead", copy, state,
  CASE state WHEN 'replaced' THEN replaced_at WHEN 'revoked' THEN revoked_at END AS "invalidSince" FROM certificates`;

/** The public view of one printed copy: what is on the paper and whether it is valid. */
@Injectable()
export class VerificationReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** By the code of the copy; null if there is none with that code. */
  async findByCode(code: string): Promise<Row | null> {
    return (
      (await this.sql.prepared<Row>('certification.byCode', `${select} WHERE verify_code = $1`, [code]))[0] ??
      null
    );
  }

  /** By the SHA-256 of the stored file. */
  async findByHash(sha256: string): Promise<Row | null> {
    return (
      (await this.sql.prepared<Row>('certification.byHash', `${select} WHERE sha256 = $1`, [sha256]))[0] ??
      null
    );
  }

  /** The public part of the row. */
  toView(row: Row): VerificationView {
    return {
      number: row.number,
      courseTitle: row.courseTitle,
      name: row.name,
      nameLeftBlank: row.nameLeftBlank,
      body: row.body,
      completedOn: row.completedOn,
      issuedOn: row.issuedOn,
      issuer: row.issuer,
      issuerHead: row.issuerHead,
      copy: row.copy,
      state: row.state,
      invalidSince: row.invalidSince?.toISOString() ?? null,
      checkedAt: this.clock.now().toISOString(),
    };
  }
}
