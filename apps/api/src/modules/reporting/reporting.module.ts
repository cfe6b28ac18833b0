import { Module } from '@nestjs/common';

import { CertificationModule } from '../certification/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { SessionsModule } from '../sessions/index.js';
import { SupportersModule } from '../supporters/index.js';
import { ViewingsModule } from '../viewings/index.js';
import { ReportingController } from './reporting.controller.js';
import { ExportsReader } from './reporting.exports.reader.js';
import { OfficeHomeReader } from './reporting.home.reader.js';
import { InsightController } from './reporting.insight.controller.js';
import { InsightExports } from './reporting.insight.exports.js';
import { InsightReader } from './reporting.insight.reader.js';
import { InsightScopes } from './reporting.insight.scope.reader.js';
import { LedgerExportController } from './reporting.ledger.controller.js';
import { LedgerExports } from './reporting.ledger.exports.js';
import { ReportingReader } from './reporting.reader.js';
import { SupportersExportController } from './reporting.supporters.controller.js';
import { SupportersExport } from './reporting.supporters.reader.js';
import { ViewingsReportController } from './reporting.viewings.controller.js';
import { ViewingsReport } from './reporting.viewings.reader.js';

@Module({
  imports: [
    CertificationModule,
    EnrolmentModule,
    LearningModule,
    SessionsModule,
    SupportersModule,
    ViewingsModule,
  ],
  controllers: [
    InsightController,
    LedgerExportController,
    ReportingController,
    SupportersExportController,
    ViewingsReportController,
  ],
  providers: [
    ExportsReader,
    InsightExports,
    InsightReader,
    InsightScopes,
    LedgerExports,
    OfficeHomeReader,
    ReportingReader,
    SupportersExport,
    ViewingsReport,
  ],
})
export class ReportingModule {}
