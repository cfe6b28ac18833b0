import { Module } from '@nestjs/common';

import { CertificationModule } from '../certification/index.js';
import { CompletionModule } from '../completion/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { LedgerModule } from '../ledger/index.js';
import { SessionsModule } from '../sessions/index.js';
import { SupportersModule } from '../supporters/index.js';
import { ViewingsModule } from '../viewings/index.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingExportsReader } from './reporting.exports.reader.js';
import { ReportingLedgerController } from './reporting.ledger.controller.js';
import { ReportingLedgerExports } from './reporting.ledger.exports.js';
import { ReportingOfficeHomeReader } from './reporting.office-home.reader.js';
import { ReportingReader } from './reporting.reader.js';
import { ReportingSupportersController } from './reporting.supporters.controller.js';
import { ReportingSupportersExportsReader } from './reporting.supporters-exports.reader.js';
import { ReportingViewingsController } from './reporting.viewings.controller.js';
import { ReportingViewingsReader } from './reporting.viewings.reader.js';

@Module({
  imports: [
    CertificationModule,
    CompletionModule,
    EnrolmentModule,
    LearningModule,
    LedgerModule,
    SessionsModule,
    SupportersModule,
    ViewingsModule,
  ],
  controllers: [
    ReportingController,
    ReportingLedgerController,
    ReportingSupportersController,
    ReportingViewingsController,
  ],
  providers: [
    ReportingExportsReader,
    ReportingLedgerExports,
    ReportingOfficeHomeReader,
    ReportingReader,
    ReportingSupportersExportsReader,
    ReportingViewingsReader,
  ],
  exports: [ReportingReader],
})
export class ReportingModule {}
