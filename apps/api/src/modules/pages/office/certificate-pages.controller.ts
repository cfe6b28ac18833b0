import type { BatchItemListQuery } from '@kizuna/shared/contracts/certification.batches';
import type { LedgerQuery } from '@kizuna/shared/contracts/ledger';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { CertificateBatchId, CertificateId, PaperRecordId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { CertificatePagesReader } from './certificate-pages.reader.js';

@Controller()
export class CertificatePagesController {
  constructor(private readonly pages: CertificatePagesReader) {}

  @Handles(pagesOfficeEndpoints.getLedgerPage)
  getLedgerPage(query: LedgerQuery) {
    return this.pages.getLedgerPage(query);
  }

  @Handles(pagesOfficeEndpoints.getCertificatePage)
  getCertificatePage({ certificateId }: { certificateId: CertificateId }) {
    return this.pages.getCertificatePage(certificateId);
  }

  @Handles(pagesOfficeEndpoints.getPaperRecordPage)
  getPaperRecordPage({ paperRecordId }: { paperRecordId: PaperRecordId }) {
    return this.pages.getPaperRecordPage(paperRecordId);
  }

  @Handles(pagesOfficeEndpoints.getCertificateTemplatesPage)
  getCertificateTemplatesPage() {
    return this.pages.getTemplatesPage();
  }

  @Handles(pagesOfficeEndpoints.getCertificateBatchPage)
  getCertificateBatchPage(
    { certificateBatchId }: { certificateBatchId: CertificateBatchId },
    query: BatchItemListQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.pages.getBatchPage(actor, certificateBatchId, query);
  }
}
