import type {
  PaperCorrectionBody,
  PaperRecordBody,
  PaperSheetBody,
} from '@kizuna/shared/contracts/ledger.paper-records';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import type { PaperRecordId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { PaperListService } from './paper-list.service.js';
import { PaperRecordReader } from './paper-record.reader.js';
import { PaperRecordService } from './paper-record.service.js';

@Controller()
export class PaperRecordController {
  constructor(
    private readonly records: PaperRecordService,
    private readonly sheets: PaperListService,
    private readonly reader: PaperRecordReader,
  ) {}

  @Handles(ledgerPaperRecordsEndpoints.enterPaperRecord)
  enterPaperRecord(
    body: PaperRecordBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.records.record(actor, body, key);
  }

  @Handles(ledgerPaperRecordsEndpoints.previewPaperSheet)
  previewPaperSheet(body: PaperSheetBody) {
    return this.sheets.preview(body);
  }

  @Handles(ledgerPaperRecordsEndpoints.enterPaperSheet)
  enterPaperSheet(
    body: PaperSheetBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.sheets.record(actor, body, key);
  }

  @Handles(ledgerPaperRecordsEndpoints.getPaperRecord)
  getPaperRecord({ paperRecordId }: { paperRecordId: PaperRecordId }) {
    return this.reader.getView(paperRecordId);
  }

  @Handles(ledgerPaperRecordsEndpoints.correctPaperRecord)
  correctPaperRecord(
    { paperRecordId }: { paperRecordId: PaperRecordId },
    body: PaperCorrectionBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.records.correct(actor, paperRecordId, body, key);
  }
}
