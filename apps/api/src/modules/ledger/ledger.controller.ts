import type { DeliveryBody, LedgerQuery, LedgerSheetQuery } from '@kizuna/shared/contracts/ledger';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import type { CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { CertificateDeliveryService } from './deliveries/certificate-delivery.service.js';
import { CertificateHistoryReader } from './deliveries/certificate-history.reader.js';
import { LedgerLinesReader } from './ledger.lines.reader.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerSheetService } from './ledger.sheet.service.js';

const pdf = 'application/pdf';

@Controller()
export class LedgerController {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly historyReader: CertificateHistoryReader,
    private readonly deliveries: CertificateDeliveryService,
    private readonly sheets: LedgerSheetService,
    private readonly ledger: LedgerReader,
  ) {}

  @Handles(ledgerEndpoints.listLedgerLines)
  listLedgerLines(query: LedgerQuery) {
    return this.lines.list(query);
  }

  @Handles(ledgerEndpoints.getLedgerChoices)
  getLedgerChoices() {
    return this.lines.choices();
  }

  @Handles(ledgerEndpoints.getCertificateHistory)
  getCertificateHistory({ certificateId }: { certificateId: CertificateId }) {
    return this.historyReader.of(certificateId);
  }

  @Handles(ledgerEndpoints.recordDelivery)
  recordDelivery(
    { certificateId }: { certificateId: CertificateId },
    body: DeliveryBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.deliveries.byHand(actor, certificateId, body, key);
  }

  @Handles(ledgerEndpoints.printLedgerSheet)
  async printLedgerSheet(query: LedgerSheetQuery) {
    return new StreamableFile(await this.sheets.print(query), { type: pdf, disposition: 'inline' });
  }

  @Handles(ledgerEndpoints.checkLedger)
  checkLedger() {
    return this.ledger.check();
  }
}
