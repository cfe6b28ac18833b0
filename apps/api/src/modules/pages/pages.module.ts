import { Module } from '@nestjs/common';

import { ActivitiesModule } from '../activities/index.js';
import { CertificationModule } from '../certification/index.js';
import { CompletionModule } from '../completion/index.js';
import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { InsightModule } from '../insight/index.js';
import { LearningModule } from '../learning/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MaterialsModule } from '../materials/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { ReportingModule } from '../reporting/index.js';
import { SessionsModule } from '../sessions/index.js';
import { SupportersModule } from '../supporters/index.js';
import { TemplatesModule } from '../templates/index.js';
import { VideoModule } from '../video/index.js';
import { ViewingsModule } from '../viewings/index.js';
import { InstructorPagesController } from './instructor/instructor-pages.controller.js';
import { InstructorPagesReader } from './instructor/instructor-pages.reader.js';
import { LearnerPagesController } from './learner/learner-pages.controller.js';
import { LearnerPagesReader } from './learner/learner-pages.reader.js';
import { LearnerRecordReader } from './learner/learner-record.reader.js';
import { LearnerSupporterPagesReader } from './learner/learner-supporter-pages.reader.js';
import { MayFail } from './may-fail.js';
import { ApplicationPagesController } from './office/application-pages.controller.js';
import { ApplicationPagesReader } from './office/application-pages.reader.js';
import { CertificatePagesController } from './office/certificate-pages.controller.js';
import { CertificatePagesReader } from './office/certificate-pages.reader.js';
import { ContentPagesController } from './office/content-pages.controller.js';
import { ContentPagesReader } from './office/content-pages.reader.js';
import { MessagePagesController } from './office/message-pages.controller.js';
import { MessagePagesReader } from './office/message-pages.reader.js';
import { PeoplePagesController } from './office/people-pages.controller.js';
import { PeoplePagesReader } from './office/people-pages.reader.js';
import { RunPagesController } from './office/run-pages.controller.js';
import { RunPagesReader } from './office/run-pages.reader.js';
import { SupporterPagesController } from './office/supporter-pages.controller.js';
import { SupporterPagesReader } from './office/supporter-pages.reader.js';
import { OfficePersonReader } from './office/office-person.reader.js';
import { PublicPagesController } from './public/public-pages.controller.js';
import { PublicPagesReader } from './public/public-pages.reader.js';

/** One endpoint for each page that shows what several capabilities know. It only reads (docs/adr/0040). */
@Module({
  imports: [
    ActivitiesModule,
    CertificationModule,
    CompletionModule,
    CoursesModule,
    EnrolmentModule,
    InsightModule,
    LearningModule,
    LedgerModule,
    MaterialsModule,
    NotificationsModule,
    PeopleModule,
    ReportingModule,
    SessionsModule,
    SupportersModule,
    TemplatesModule,
    VideoModule,
    ViewingsModule,
  ],
  controllers: [
    PublicPagesController,
    LearnerPagesController,
    InstructorPagesController,
    ApplicationPagesController,
    CertificatePagesController,
    ContentPagesController,
    MessagePagesController,
    PeoplePagesController,
    RunPagesController,
    SupporterPagesController,
  ],
  providers: [
    PublicPagesReader,
    LearnerRecordReader,
    LearnerPagesReader,
    LearnerSupporterPagesReader,
    InstructorPagesReader,
    OfficePersonReader,
    ApplicationPagesReader,
    CertificatePagesReader,
    ContentPagesReader,
    MessagePagesReader,
    PeoplePagesReader,
    RunPagesReader,
    SupporterPagesReader,
    MayFail,
  ],
})
export class PagesModule {}
