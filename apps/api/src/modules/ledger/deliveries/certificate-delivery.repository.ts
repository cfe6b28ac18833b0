import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { CertificateDeliveryEntity } from './certificate-delivery.entity.js';

/** A browser may fetch a file twice to show it once. */
const sameLookSeconds = 60;

/** Appends to `certificate_deliveries`. */
@Injectable()
export class CertificateDeliveryRepository {
  constructor(private readonly sql: Sql) {}

  async insert(row: CertificateDeliveryEntity): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_deliveries (id, certificate_id, kind, at, delivered_on, by_id, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [row.id, row.certificateId, row.kind, row.at, row.deliveredOn, row.byId, row.note],
    );
  }

  /**
   * Records prints and downloads of some certificates by one person; one repeated within a moment counts as the same.
   */
  async insertLooks(
    kind: 'printed' | 'downloaded',
    rows: readonly { id: string; certificateId: string }[],
    byId: string,
    now: Date,
  ): Promise<void> {
    await this.sql.query(
      `INSERT INTO certificate_deliveries (id, certificate_id, kind, at, by_id)
       SELECT n.id, n.certificate_id, $3, $4, $5
       FROM unnest($1::uuid[], $2::uuid[]) AS n (id, certificate_id)
       WHERE NOT EXISTS (SELECT FROM certificate_deliveries d WHERE d.certificate_id = n.certificate_id
         AND d.kind = $3 AND d.by_id = $5 AND d.at > $4::timestamptz - make_interval(secs => $6))`,
      [rows.map((row) => row.id), rows.map((row) => row.certificateId), kind, now, byId, sameLookSeconds],
    );
  }

  /** Whether the certificate exists, regardless of whose it is. */
  async exists(certificateId: string): Promise<boolean> {
    return (await this.sql.query('SELECT 1 FROM certificates WHERE id = $1', [certificateId])).length === 1;
  }
}
