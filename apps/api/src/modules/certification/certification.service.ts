import type { CertificateView, PreviewBody } from '@kizuna/shared/contracts/certification';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CompletionReader } from '../completion/index.js';
import { undrawableRefusal } from './batches/certificate-batch.policy.js';
import { CertificateLedgerWriter } from './certificate.ledger-writer.js';
import { CertificateSheetService } from './certificate.sheet.service.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationRepository } from './certification.repository.js';

/** Previews a certificate before it is issued, and revokes one. */
@Injectable()
export class CertificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CertificationRepository,
    private readonly sheets: CertificateSheetService,
    private readonly completions: CompletionReader,
    private readonly reader: CertificationReader,
    private readonly record: CertificateLedgerWriter,
  ) {}

  /** The sheet as it would be printed, marked 「見本」 and without a number. */
  async preview({ enrolmentId, nameLeftBlank }: PreviewBody): Promise<Buffer> {
    const completion = (await this.completions.byEnrolment([enrolmentId])).get(enrolmentId);
    if (!completion) throw new DomainError('platform.not_found');
    const refusal = nameLeftBlank ? null : undrawableRefusal(completion.undrawable);
    if (refusal) throw new DomainError(refusal.code, refusal);
    const words = await this.transactions.run(() => this.sheets.wordsOf(completion.courseId));
    const fields = this.sheets.fieldsOf(completion, words, 0, this.record.today());
    return this.sheets.render({ ...fields, nameLeftBlank }, true);
  }

  /** Revokes a certificate; the printed data stays in the ledger with the reason. */
  async revoke(actor: Actor, certificateId: string, reason: string): Promise<CertificateView> {
    await this.transactions.run(async () => {
      const certificate = await this.repository.lock(certificateId);
      if (!certificate) throw new DomainError('platform.not_found');
      if (certificate.state === 'valid') await this.record.revoked(actor, certificate.id, reason);
    });
    return this.reader.getView(certificateId);
  }
}
