import { X509Certificate } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';

/** The public information about a key with which the council has signed files. */
export interface Signer {
  /** The common name in its certificate. */
  name: string;
  certificate: X509Certificate;
  since: Date;
  retiredAt: Date | null;
}

/** The certificates of the keys that sign files, including retired ones: their signatures remain valid. */
@Injectable()
export class PdfSignerReader {
  constructor(private readonly sql: Sql) {}

  /** Newest first. */
  async list(): Promise<Signer[]> {
    const rows = await this.sql.prepared<{ pem: string; since: Date; retiredAt: Date | null }>(
      'credentials.signers',
      `SELECT certificate AS pem, created_at AS since, retired_at AS "retiredAt" FROM signing_keys
       WHERE purpose = 'pdf' AND certificate IS NOT NULL ORDER BY created_at DESC, id DESC`,
    );
    return rows.map(({ pem, since, retiredAt }) => {
      const certificate = new X509Certificate(pem);
      return {
        name: certificate.toLegacyObject().subject.CN?.toString() ?? '',
        certificate,
        since,
        retiredAt,
      };
    });
  }
}
