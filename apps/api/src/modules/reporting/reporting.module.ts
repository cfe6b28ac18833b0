import { Module } from '@nestjs/common';

import { CertificationModule } from '../certification/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { SessionsModule } from '../sessions/index.js';
import { ReportingController } from './reporting.controller.js';
import { ExportsReader } from './reporting.exports.reader.js';
import { ReportingReader } from './reporting.reader.js';

@Module({
  imports: [CertificationModule, EnrolmentModule, LearningModule, SessionsModule],
  controllers: [ReportingController],
  providers: [ExportsReader, ReportingReader],
})
export class ReportingModule {}
