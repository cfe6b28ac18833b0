import { LedgerView } from '@kizuna/shared/contracts/ledger';
import {
  CertificateHistory,
  DeliveryBody,
  LedgerChoices,
  LedgerPage,
  LedgerQuery,
  LedgerSheetQuery,
} from '@kizuna/shared/contracts/ledger';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { CertificateDeliveryService } from './deliveries/certificate-delivery.service.js';
import { CertificateHistoryReader } from './deliveries/certificate-history.reader.js';
import { LedgerLinesReader } from './ledger.lines.reader.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerSheetService } from './ledger.sheet.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class LedgerController {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly historyReader: CertificateHistoryReader,
    private readonly deliveries: CertificateDeliveryService,
    private readonly sheets: LedgerSheetService,
    private readonly ledger: LedgerReader,
  ) {}

  @Get('ledger/lines')
  @Permit('certificate.read')
  @Contract({ response: LedgerPage })
  list(@Query({ schema: LedgerQuery }) query: LedgerQuery) {
    return this.lines.list(query);
  }

  @Get('ledger/choices')
  @Permit('certificate.read')
  @Contract({ response: LedgerChoices })
  choices() {
    return this.lines.choices();
  }

  @Get('certificates/:certificateId/history')
  @Permit('certificate.read')
  @Contract({ response: CertificateHistory })
  history(@Param('certificateId', { schema: certificateId }) id: CertificateId) {
    return this.historyReader.of(id);
  }

  @Post('certificates/:certificateId/deliveries')
  @Permit('certificate.issue')
  @Contract({ response: CertificateHistory, status: 201 })
  deliver(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
    @Body({ schema: DeliveryBody }) body: DeliveryBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.deliveries.byHand(actor, id, body, key);
  }

  @Get('ledger/sheet')
  @Permit('certificate.read')
  @Contract({ file: pdf })
  async sheet(@Query({ schema: LedgerSheetQuery }) query: LedgerSheetQuery) {
    return new StreamableFile(await this.sheets.print(query), { type: pdf, disposition: 'inline' });
  }

  @Get('ledger')
  @Permit('certificate.read')
  @Contract({ response: LedgerView })
  checkLedger() {
    return this.ledger.check();
  }
}
