import type { CertificateHistory } from '@kizuna/shared/contracts/ledger';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';

type EventRow = Omit<CertificateHistory['events'][number], 'at'> & {
  at: Date;
  /** Orders what happened at the same moment. */
  id: string;
};

const copiesOf = `copies AS (
  SELECT c.* FROM certificates c JOIN certificates asked ON asked.id = $1 AND asked.course_id = c.course_id
    AND asked.fiscal_year = c.fiscal_year AND asked.serial = c.serial)`;

const events = `WITH ${copiesOf}, events AS (
  SELECT CASE WHEN copy = 1 THEN 'issued' ELSE 'reissued' END AS kind, copy, issued_at AS at, NULL::text AS day,
    issued_by AS by_id, reissue_reason AS "reissueReason", NULL::text AS note, id FROM copies
  UNION ALL
  SELECT 'revoked', c.copy, c.revoked_at, NULL, (SELECT a.actor_id FROM audit_log a WHERE a.subject_type = 'certificate'
    AND a.subject_id = c.id AND a.action = 'certificate.revoked' ORDER BY a.id DESC LIMIT 1), NULL, c.revoked_reason, c.id
  FROM copies c WHERE c.revoked_at IS NOT NULL
  UNION ALL
  SELECT d.kind, c.copy, d.at, d.delivered_on::text, d.by_id, NULL, d.note, d.id
  FROM certificate_deliveries d JOIN copies c ON c.id = d.certificate_id)
  SELECT e.kind, e.copy, e.at, e.day, e."reissueReason", e.note, e.id, p.name AS "byName"
  FROM events e LEFT JOIN page_people p ON p.person_id = e.by_id ORDER BY e.at DESC, e.id DESC`;

/** Everything that happened to a certificate, across all its copies. */
@Injectable()
export class CertificateHistoryReader {
  constructor(private readonly sql: Sql) {}

  /** @throws platform.not_found */
  async of(certificateId: string): Promise<CertificateHistory> {
    const [copies, rows] = await Promise.all([
      this.sql.query<CertificateHistory['copies'][number]>(
        `WITH ${copiesOf} SELECT id AS "certificateId", copy, name, issued_on::text AS "issuedOn", state FROM copies
         ORDER BY copy`,
        [certificateId],
      ),
      this.sql.query<EventRow>(events, [certificateId]),
    ]);
    if (copies.length === 0) throw new DomainError('platform.not_found');
    return {
      copies,
      events: rows.map(({ at, id: _, ...event }) => ({ ...event, at: at.toISOString() })),
    };
  }
}
