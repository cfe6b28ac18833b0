import { Module, type DynamicModule } from '@nestjs/common';

import { ActivitiesModule } from './modules/activities/index.js';
import { AssessmentModule } from './modules/assessment/index.js';
import { CertificationModule } from './modules/certification/index.js';
import { CompletionModule } from './modules/completion/index.js';
import { CoursesModule } from './modules/courses/index.js';
import { CredentialsModule } from './modules/credentials/index.js';
import { EnrolmentModule } from './modules/enrolment/index.js';
import { InsightModule } from './modules/insight/index.js';
import { LearningModule } from './modules/learning/index.js';
import { LedgerModule } from './modules/ledger/index.js';
import { MaterialsModule } from './modules/materials/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { PagesModule } from './modules/pages/index.js';
import { PeopleModule } from './modules/people/index.js';
import { ReportingModule } from './modules/reporting/index.js';
import { SessionsModule } from './modules/sessions/index.js';
import { SupportersModule } from './modules/supporters/index.js';
import { TemplatesModule } from './modules/templates/index.js';
import { TranscodingModule } from './modules/transcoding/index.js';
import { VerificationModule } from './modules/verification/index.js';
import { VideoModule } from './modules/video/index.js';
import { ViewingsModule } from './modules/viewings/index.js';
import { WalletModule } from './modules/wallet/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** The capabilities, from the lowest tier up. A new one is imported here and nowhere else. */
const capabilities: NonNullable<DynamicModule['imports']> = [
  PeopleModule,
  TranscodingModule,
  VideoModule,
  AssessmentModule,
  TemplatesModule,
  CredentialsModule,
  MaterialsModule,
  CoursesModule,
  EnrolmentModule,
  LearningModule,
  SessionsModule,
  ViewingsModule,
  CompletionModule,
  LedgerModule,
  CertificationModule,
  VerificationModule,
  WalletModule,
  SupportersModule,
  ActivitiesModule,
  NotificationsModule,
  ReportingModule,
  InsightModule,
  PagesModule,
];

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), ...capabilities] };
  }
}
