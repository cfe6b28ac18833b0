import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { SessionsModule } from '../sessions/index.js';
import { TemplatesModule } from '../templates/index.js';
import { CertificateBatchController } from './certification.batch.controller.js';
import { CertificateBatchEntity, CertificateBatchItemEntity } from './certification.batch.entity.js';
import { BatchReader } from './certification.batch.reader.js';
import { BatchRepository } from './certification.batch.repository.js';
import { CertificateBatches } from './certification.batch.service.js';
import { IssuingWorker } from './certification.batch.worker.js';
import { CompletionReader } from './certification.completion.reader.js';
import { CertificationOfficeController, MyCertificatesController } from './certification.controller.js';
import { CertificateCredentialController } from './certification.credential.controller.js';
import { CertificateCredentials } from './certification.credential.service.js';
import { CertificateDesignsController } from './certification.designs.controller.js';
import { CertificateDesignEntity } from './certification.designs.entity.js';
import { CertificateDesignsRepository } from './certification.designs.repository.js';
import { CertificateDesigns } from './certification.designs.service.js';
import {
  CertificateCounterEntity,
  CertificateEntity,
  CertificateIssuerEntity,
  CertificateWordingEntity,
} from './certification.entity.js';
import { CertificateDeliveryEntity } from './certification.deliveries.entity.js';
import { DeliveriesRepository } from './certification.deliveries.repository.js';
import { CertificateDeliveries } from './certification.deliveries.service.js';
import { Envelopes } from './certification.envelopes.service.js';
import { HistoryReader } from './certification.history.reader.js';
import { IssuerService } from './certification.issuer.service.js';
import { Issuing } from './certification.issuing.service.js';
import { LedgerEntryEntity, LedgerHeadEntity } from './certification.ledger.entity.js';
import { LedgerController } from './certification.ledger.controller.js';
import { LedgerLinesReader } from './certification.ledger-lines.reader.js';
import { LedgerReader } from './certification.ledger.reader.js';
import { LedgerSheets } from './certification.ledger-sheet.service.js';
import { MyNameController, OfficeNameController } from './certification.name-confirmation.controller.js';
import { NameConfirmationEntity } from './certification.name-confirmation.entity.js';
import { NameConfirmationReader } from './certification.name-confirmation.reader.js';
import { NameConfirmations } from './certification.name-confirmation.service.js';
import { PaperRecordController } from './certification.paper-record.controller.js';
import { PaperRecordEntity } from './certification.paper-record.entity.js';
import { PaperRecordReader } from './certification.paper-record.reader.js';
import { PaperRecordRepository } from './certification.paper-record.repository.js';
import { PaperRecords } from './certification.paper-record.service.js';
import { PaperSheets } from './certification.paper-sheet.service.js';
import { CertificatePrints } from './certification.print.service.js';
import { CertificationReader } from './certification.reader.js';
import { IssuedRecord } from './certification.record.service.js';
import { Reissues } from './certification.reissue.service.js';
import { CertificationRepository } from './certification.repository.js';
import { CertificationService } from './certification.service.js';
import { CertificateSheets } from './certification.sheet.service.js';
import { VerificationController } from './certification.verification.controller.js';
import { VerificationReader } from './certification.verification.reader.js';
import { Verifications } from './certification.verification.service.js';
import { WalletController, WalletOfferController } from './certification.wallet.controller.js';
import { WalletOfferEntity } from './certification.wallet.entity.js';
import { WalletProtocol } from './certification.wallet.protocol.js';
import { WalletOfferRepository } from './certification.wallet.repository.js';
import { WalletSecrets } from './certification.wallet.secrets.js';
import { WalletOffers } from './certification.wallet.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CertificateBatchEntity,
      CertificateBatchItemEntity,
      CertificateCounterEntity,
      CertificateDesignEntity,
      CertificateDeliveryEntity,
      CertificateEntity,
      CertificateIssuerEntity,
      CertificateWordingEntity,
      LedgerEntryEntity,
      LedgerHeadEntity,
      NameConfirmationEntity,
      PaperRecordEntity,
      WalletOfferEntity,
    ]),
    PeopleModule,
    TemplatesModule,
    CredentialsModule,
    CoursesModule,
    EnrolmentModule,
    LearningModule,
    SessionsModule,
  ],
  controllers: [
    CertificateBatchController,
    CertificateCredentialController,
    CertificateDesignsController,
    CertificationOfficeController,
    LedgerController,
    MyCertificatesController,
    MyNameController,
    OfficeNameController,
    PaperRecordController,
    VerificationController,
    WalletController,
    WalletOfferController,
  ],
  providers: [
    BatchReader,
    BatchRepository,
    CertificateBatches,
    CertificateCredentials,
    CertificateDesigns,
    CertificateDesignsRepository,
    CertificateDeliveries,
    CertificatePrints,
    CertificateSheets,
    CertificationReader,
    CertificationRepository,
    CertificationService,
    CompletionReader,
    DeliveriesRepository,
    Envelopes,
    HistoryReader,
    IssuedRecord,
    IssuerService,
    Issuing,
    IssuingWorker,
    LedgerLinesReader,
    LedgerReader,
    LedgerSheets,
    NameConfirmationReader,
    NameConfirmations,
    PaperRecordReader,
    PaperRecordRepository,
    PaperRecords,
    PaperSheets,
    Reissues,
    VerificationReader,
    Verifications,
    WalletOfferRepository,
    WalletOffers,
    WalletProtocol,
    WalletSecrets,
  ],
  exports: [
    BatchReader,
    CertificateDeliveries,
    CertificationReader,
    CompletionReader,
    IssuerService,
    IssuingWorker,
    LedgerLinesReader,
    NameConfirmationReader,
  ],
})
export class CertificationModule {}
