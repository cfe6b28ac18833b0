import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { PeopleModule } from '../people/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentController } from './enrolment.controller.js';
import { EnrolmentDraftController } from './enrolment.draft.controller.js';
import { DraftRepository } from './enrolment.draft.repository.js';
import { EnrolmentDraftService } from './enrolment.draft.service.js';
import { ApplicationDraftEntity, ApplicationEntity, EnrolmentEntity } from './enrolment.entity.js';
import { InboxReader } from './enrolment.inbox.reader.js';
import { EnrolmentIntake } from './enrolment.intake.service.js';
import { LearnersReader } from './enrolment.learners.reader.js';
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
    EnrolmentIntake,
    EnrolmentService,
    EnrolmentDraftService,
    EnrolmentReader,
    EnrolmentOfficeReader,
    EnrolmentRepository,
    DraftRepository,
    InboxReader,
    LearnersReader,
    EnrolmentSubscriber,
  ],
  exports: [EnrolmentReader, EnrolmentService, LearnersReader],
})
export class EnrolmentModule {}
