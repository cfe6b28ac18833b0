import {
  PaperCorrectionBody,
  PaperRecordBody,
  PaperRecordView,
  PaperSheetBody,
  PaperSheetPreview,
  PaperSheetResult,
} from '@kizuna/shared/contracts/ledger.paper-records';
import { paperRecordId, type PaperRecordId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { PaperListService } from './paper-list.service.js';
import { PaperRecordReader } from './paper-record.reader.js';
import { PaperRecordService } from './paper-record.service.js';

@Controller('office/paper-records')
export class PaperRecordController {
  constructor(
    private readonly records: PaperRecordService,
    private readonly sheets: PaperListService,
    private readonly reader: PaperRecordReader,
  ) {}

  @Post()
  @Permit('certificate.issue')
  @Contract({ response: PaperRecordView, status: 201 })
  record(
    @CurrentActor() actor: Actor,
    @Body({ schema: PaperRecordBody }) body: PaperRecordBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.records.record(actor, body, key);
  }

  @Post('previews')
  @Permit('certificate.issue')
  @Contract({ response: PaperSheetPreview })
  preview(@Body({ schema: PaperSheetBody }) body: PaperSheetBody) {
    return this.sheets.preview(body);
  }

  @Post('sheets')
  @Permit('certificate.issue')
  @Contract({ response: PaperSheetResult, status: 201 })
  recordSheet(
    @CurrentActor() actor: Actor,
    @Body({ schema: PaperSheetBody }) body: PaperSheetBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.sheets.record(actor, body, key);
  }

  @Get(':paperRecordId')
  @Permit('certificate.read')
  @Contract({ response: PaperRecordView })
  get(@Param('paperRecordId', { schema: paperRecordId }) id: PaperRecordId) {
    return this.reader.getView(id);
  }

  @Post(':paperRecordId/corrections')
  @Permit('certificate.issue')
  @Contract({ response: PaperRecordView, status: 201 })
  correct(
    @CurrentActor() actor: Actor,
    @Param('paperRecordId', { schema: paperRecordId }) id: PaperRecordId,
    @Body({ schema: PaperCorrectionBody }) body: PaperCorrectionBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.records.correct(actor, id, body, key);
  }
}
