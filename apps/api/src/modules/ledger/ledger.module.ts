import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { PeopleModule } from '../people/index.js';
import { TemplatesModule } from '../templates/index.js';
import { CertificateDeliveryRepository } from './deliveries/certificate-delivery.repository.js';
import { CertificateDeliveryService } from './deliveries/certificate-delivery.service.js';
import { CertificateHistoryReader } from './deliveries/certificate-history.reader.js';
import { LedgerHeadEntity } from './ledger-head.entity.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerLinesReader } from './ledger.lines.reader.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerSheetService } from './ledger.sheet.service.js';
import { PaperListService } from './paper-records/paper-list.service.js';
import { PaperRecordController } from './paper-records/paper-record.controller.js';
import { PaperRecordEntity } from './paper-records/paper-record.entity.js';
import { PaperRecordReader } from './paper-records/paper-record.reader.js';
import { PaperRecordRepository } from './paper-records/paper-record.repository.js';
import { PaperRecordService } from './paper-records/paper-record.service.js';
import { CertificateDeliveryEntity } from './deliveries/certificate-delivery.entity.js';
import { LedgerEntryEntity } from './ledger-entry.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      LedgerEntryEntity,
      CertificateDeliveryEntity,
      LedgerHeadEntity,
      PaperRecordEntity,
    ]),
    PeopleModule,
    TemplatesModule,
  ],
  controllers: [LedgerController, PaperRecordController],
  providers: [
    CertificateDeliveryRepository,
    CertificateDeliveryService,
    CertificateHistoryReader,
    LedgerLinesReader,
    LedgerReader,
    LedgerSheetService,
    PaperListService,
    PaperRecordReader,
    PaperRecordRepository,
    PaperRecordService,
  ],
  exports: [
    CertificateDeliveryService,
    CertificateHistoryReader,
    LedgerLinesReader,
    LedgerReader,
    PaperRecordReader,
  ],
})
export class LedgerModule {}
