import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { PeopleModule } from '../people/index.js';
import { ApplicationDraftEntity } from './application-draft.entity.js';
import { ApplicationEntity } from './application.entity.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentDraftController } from './enrolment.draft.controller.js';
import { EnrolmentDraftRepository } from './enrolment.draft.repository.js';
import { EnrolmentDraftService } from './enrolment.draft.service.js';
import { EnrolmentEntity } from './enrolment.entity.js';
import { EnrolmentInboxReader } from './enrolment.inbox.reader.js';
import { EnrolmentIntakeService } from './enrolment.intake.service.js';
import { EnrolmentLearnersReader } from './enrolment.learners.reader.js';
import { EnrolmentOfficeController } from './enrolment.office.controller.js';
import { EnrolmentOfficeReader } from './enrolment.office.reader.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentRepository } from './enrolment.repository.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentSubscriber } from './enrolment.subscriber.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ApplicationEntity, EnrolmentEntity, ApplicationDraftEntity]),
    CoursesModule,
    PeopleModule,
  ],
  controllers: [EnrolmentController, EnrolmentDraftController, EnrolmentOfficeController],
  providers: [
    EnrolmentApplyService,
    EnrolmentIntakeService,
    EnrolmentService,
    EnrolmentDraftService,
    EnrolmentReader,
    EnrolmentOfficeReader,
    EnrolmentRepository,
    EnrolmentDraftRepository,
    EnrolmentInboxReader,
    EnrolmentLearnersReader,
    EnrolmentSubscriber,
  ],
  exports: [
    EnrolmentDraftService,
    EnrolmentLearnersReader,
    EnrolmentOfficeReader,
    EnrolmentReader,
    EnrolmentService,
  ],
})
export class EnrolmentModule {}
