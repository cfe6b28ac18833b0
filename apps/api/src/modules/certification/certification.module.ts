import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CompletionModule } from '../completion/index.js';
import { CoursesModule } from '../courses/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PeopleModule } from '../people/index.js';
import { TemplatesModule } from '../templates/index.js';
import { CertificateBatchController } from './batches/certificate-batch.controller.js';
import { CertificateBatchEntity } from './batches/certificate-batch.entity.js';
import { CertificateBatchReader } from './batches/certificate-batch.reader.js';
import { CertificateBatchRepository } from './batches/certificate-batch.repository.js';
import { CertificateBatchService } from './batches/certificate-batch.service.js';
import { CertificateBatchWorker } from './batches/certificate-batch.worker.js';
import { CertificateCounterEntity } from './certificate-counter.entity.js';
import { CertificateIssuerEntity } from './certificate-issuer.entity.js';
import { CertificateWordingEntity } from './certificate-wording.entity.js';
import { CertificateEntity } from './certificate.entity.js';
import { CertificateLedgerWriter } from './certificate.ledger-writer.js';
import { CertificateSheetService } from './certificate.sheet.service.js';
import { CertificationCredentialController } from './certification.credential.controller.js';
import { CertificationCredentialService } from './certification.credential.service.js';
import { CertificationIssuerService } from './certification.issuer.service.js';
import { CertificationIssuingService } from './certification.issuing.service.js';
import { CertificationOfficeController } from './certification.office.controller.js';
import { CertificationOwnController } from './certification.own.controller.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationReissueService } from './certification.reissue.service.js';
import { CertificationRepository } from './certification.repository.js';
import { CertificationService } from './certification.service.js';
import { CertificateDesignController } from './designs/certificate-design.controller.js';
import { CertificateDesignEntity } from './designs/certificate-design.entity.js';
import { CertificateDesignRepository } from './designs/certificate-design.repository.js';
import { CertificateDesignService } from './designs/certificate-design.service.js';
import { EnvelopeController } from './envelopes/envelope.controller.js';
import { EnvelopeService } from './envelopes/envelope.service.js';
import { CertificatePrintService } from './printing/certificate-print.service.js';
import { CertificateBatchItemEntity } from './batches/certificate-batch-item.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CertificateBatchItemEntity,
      CertificateBatchEntity,
      CertificateCounterEntity,
      CertificateDesignEntity,
      CertificateEntity,
      CertificateIssuerEntity,
      CertificateWordingEntity,
    ]),
    CompletionModule,
    CoursesModule,
    CredentialsModule,
    EnrolmentModule,
    LedgerModule,
    PeopleModule,
    TemplatesModule,
  ],
  controllers: [
    CertificateBatchController,
    CertificateDesignController,
    CertificationCredentialController,
    CertificationOfficeController,
    CertificationOwnController,
    EnvelopeController,
  ],
  providers: [
    CertificateBatchReader,
    CertificateBatchRepository,
    CertificateBatchService,
    CertificateBatchWorker,
    CertificateDesignRepository,
    CertificateDesignService,
    CertificateLedgerWriter,
    CertificatePrintService,
    CertificateSheetService,
    CertificationCredentialService,
    CertificationIssuerService,
    CertificationIssuingService,
    CertificationReader,
    CertificationReissueService,
    CertificationRepository,
    CertificationService,
    EnvelopeService,
  ],
  exports: [
    CertificateBatchReader,
    CertificateBatchWorker,
    CertificateDesignService,
    CertificationCredentialService,
    CertificationIssuerService,
    CertificationReader,
    CertificationReissueService,
    EnvelopeService,
  ],
})
export class CertificationModule {}
