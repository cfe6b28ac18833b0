import {
  CertificateHistory,
  DeliveryBody,
  LedgerChoices,
  LedgerPage,
  LedgerQuery,
} from '@kizuna/shared/contracts/ledger';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { CertificateDeliveries } from './certification.deliveries.service.js';
import { HistoryReader } from './certification.history.reader.js';
import { LedgerLinesReader } from './certification.ledger-lines.reader.js';

const pdf = 'application/pdf';

@Controller('office')
export class LedgerController {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly historyReader: HistoryReader,
    private readonly deliveries: CertificateDeliveries,
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

  @Get('certificates/:certificateId/file')
  @Permit('certificate.read')
  @Contract({ file: pdf })
  async file(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
  ) {
    return new StreamableFile(await this.deliveries.fileForPrint(actor, id), {
      type: pdf,
      disposition: 'inline',
    });
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
}
