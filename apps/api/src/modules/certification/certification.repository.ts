import type { CertificateState } from '@kizuna/shared/vocabulary/certification';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import { CertificateEntity } from './certificate.entity.js';

mapConstraint('uq_certificates_enrolment_valid', 'certification.already_issued');

export interface Issuer {
  name: string;
  head: string;
}

type Standing = Pick<
  CertificateEntity,
  'personId' | 'state' | 'copy' | 'name' | 'nameLeftBlank' | 'issuer' | 'issuerHead' | 'issuedOn'
>;

/** Queries on the ledger and its counters. */
@Injectable()
export class CertificationRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * Reserves the next numbers of a course and fiscal year. The counter row stays locked until the transaction ends, so
   * numbers are given in order and rolled-back ones are given again: no gaps.
   * @returns the first of them
   */
  async nextSerials(courseId: string, fiscalYear: number, count: number): Promise<number> {
    const [row] = await this.sql.query<{ last: number }>(
      `INSERT INTO certificate_counters (course_id, fiscal_year, last_serial) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_certificate_counters
       DO UPDATE SET last_serial = certificate_counters.last_serial + $3 RETURNING last_serial AS last`,
      [courseId, fiscalYear, count],
    );
    return row!.last - count + 1;
  }

  /** Serialises all issuing of one course and year, before anything is read that the decision depends on. */
  async lockCounter(courseId: string, fiscalYear: number): Promise<void> {
    await this.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [
      `${courseId}:${fiscalYear}`,
    ]);
  }

  /** The numbers of valid certificates, by enrolment. */
  async validNumbersOf(enrolmentIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.query<{ enrolmentId: string; number: string }>(
      `SELECT enrolment_id AS "enrolmentId", number FROM certificates
       WHERE enrolment_id = ANY($1::uuid[]) AND state = 'valid'`,
      [enrolmentIds],
    );
    return new Map(rows.map((row) => [row.enrolmentId, row.number]));
  }

  async insert(certificates: readonly CertificateEntity[]): Promise<void> {
    await this.sql.insert(CertificateEntity, [...certificates]);
  }

  /** What is printed on a certificate, as its next copy changes it. */
  find(id: string): Promise<Standing | null> {
    return this.sql.one<Standing>(
      `SELECT person_id AS "personId", state, copy, name, name_left_blank AS "nameLeftBlank", issuer,
         issuer_head AS "issuerHead", issued_on::text AS "issuedOn" FROM certificates WHERE id = $1`,
      [id],
    );
  }

  async lock(id: string): Promise<CertificateEntity | null> {
    return this.sql.lockOne(CertificateEntity, { id });
  }

  async revoke(id: string, reason: string, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE certificates SET state = 'revoked', revoked_at = $3, revoked_reason = $2 WHERE id = $1`,
      [id, reason, now],
    );
  }

  async replace(id: string, now: Date): Promise<void> {
    await this.sql.query(`UPDATE certificates SET state = 'replaced', replaced_at = $2 WHERE id = $1`, [
      id,
      now,
    ]);
  }

  /** The state of a certificate; null if it does not exist. */
  async stateOf(id: string): Promise<CertificateState | null> {
    const [row] = await this.sql.query<{ state: CertificateState }>(
      'SELECT state FROM certificates WHERE id = $1',
      [id],
    );
    return row?.state ?? null;
  }

  /** The course's label in the numbers; null if the curriculum has provided none. */
  async numberLabelOf(courseId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ label: string }>(
      'SELECT number_label AS label FROM certificate_wordings WHERE course_id = $1',
      [courseId],
    );
    return row?.label ?? null;
  }

  async issuer(): Promise<Issuer | null> {
    const [row] = await this.sql.query<Issuer>('SELECT name, head FROM certificate_issuer WHERE id = 1');
    return row ?? null;
  }

  async saveIssuer(issuer: Issuer): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_issuer (id, name, head) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, head = EXCLUDED.head`,
      [issuer.name, issuer.head],
    );
  }

  /** Stores the label of a course, from the curriculum; replaces an existing one. */
  async saveNumberLabel(courseId: string, label: string): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_wordings (course_id, number_label) VALUES ($1, $2)
       ON CONFLICT ON CONSTRAINT pk_certificate_wordings DO UPDATE SET number_label = EXCLUDED.number_label`,
      [courseId, label],
    );
  }
}
