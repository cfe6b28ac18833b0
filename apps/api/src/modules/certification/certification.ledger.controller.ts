import {
  CertificateHistory,
  DeliveryBody,
  EnvelopeList,
  EnvelopeQuery,
  LedgerChoices,
  LedgerPage,
  LedgerQuery,
  LedgerSheetQuery,
} from '@kizuna/shared/contracts/ledger';
import {
  certificateBatchId,
  certificateId,
  courseRunId,
  type CertificateBatchId,
  type CertificateId,
  type CourseRunId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { CertificateDeliveries } from './certification.deliveries.service.js';
import { Envelopes } from './certification.envelopes.service.js';
import { HistoryReader } from './certification.history.reader.js';
import { LedgerLinesReader } from './certification.ledger-lines.reader.js';
import { LedgerSheets } from './certification.ledger-sheet.service.js';

const pdf = 'application/pdf';

@Controller('office')
export class LedgerController {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly historyReader: HistoryReader,
    private readonly deliveries: CertificateDeliveries,
    private readonly sheets: LedgerSheets,
    private readonly envelopes: Envelopes,
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

  @Get('ledger/sheet')
  @Permit('certificate.read')
  @Contract({ file: pdf })
  async sheet(@Query({ schema: LedgerSheetQuery }) query: LedgerSheetQuery) {
    return new StreamableFile(await this.sheets.print(query), { type: pdf, disposition: 'inline' });
  }

  @Get('course-runs/:courseRunId/envelopes')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async envelopesOfRun(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
    @Query({ schema: EnvelopeQuery }) query: EnvelopeQuery,
  ) {
    const file = await this.envelopes.ofRun(actor, id, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Get('course-runs/:courseRunId/envelopes/list')
  @Permit('certificate.issue')
  @Contract({ response: EnvelopeList })
  listEnvelopes(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
  ) {
    return this.envelopes.listOfRun(actor, id);
  }

  @Get('certificate-batches/:certificateBatchId/envelopes')
  @Permit('certificate.issue')
  @Contract({ file: pdf })
  async envelopesOfBatch(
    @CurrentActor() actor: Actor,
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
    @Query({ schema: EnvelopeQuery }) query: EnvelopeQuery,
  ) {
    const file = await this.envelopes.ofBatch(actor, id, query);
    return new StreamableFile(file, { type: pdf, disposition: 'inline' });
  }

  @Get('certificate-batches/:certificateBatchId/envelopes/list')
  @Permit('certificate.issue')
  @Contract({ response: EnvelopeList })
  listEnvelopesOfBatch(
    @CurrentActor() actor: Actor,
    @Param('certificateBatchId', { schema: certificateBatchId }) id: CertificateBatchId,
  ) {
    return this.envelopes.listOfBatch(actor, id);
  }
}
