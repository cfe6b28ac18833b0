import { Module } from '@nestjs/common';

import { CertificationModule } from '../certification/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { SessionsModule } from '../sessions/index.js';
import { ReportingController } from './reporting.controller.js';
import { ExportsReader } from './reporting.exports.reader.js';
import { InsightController } from './reporting.insight.controller.js';
import { InsightExports } from './reporting.insight.exports.js';
import { InsightReader } from './reporting.insight.reader.js';
import { InsightScopes } from './reporting.insight.scope.js';
import { ReportingReader } from './reporting.reader.js';

@Module({
  imports: [CertificationModule, EnrolmentModule, LearningModule, SessionsModule],
  controllers: [InsightController, ReportingController],
  providers: [ExportsReader, InsightExports, InsightReader, InsightScopes, ReportingReader],
})
export class ReportingModule {}
