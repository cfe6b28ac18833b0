import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { VideoModule } from '../video/index.js';
import { GroupViewingAttendeeEntity } from './group-viewing-attendee.entity.js';
import { GroupViewingEntity } from './group-viewing.entity.js';
import { ViewingsAttendanceService } from './viewings.attendance.service.js';
import { ViewingsCandidatesReader } from './viewings.candidates.reader.js';
import { ViewingsController } from './viewings.controller.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';
import { ViewingsDoorController } from './viewings.door.controller.js';
import { ViewingsDoorReader } from './viewings.door.reader.js';
import { ViewingsDoorService } from './viewings.door.service.js';
import { ViewingsEntriesService } from './viewings.entries.service.js';
import { ViewingsOpeningService } from './viewings.opening.service.js';
import { ViewingsPeopleReader } from './viewings.people.reader.js';
import { ViewingsReader } from './viewings.reader.js';
import { ViewingsRepository } from './viewings.repository.js';
import { ViewingsService } from './viewings.service.js';
import { ViewingsSubscriber } from './viewings.subscriber.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([GroupViewingEntity, GroupViewingAttendeeEntity]),
    PeopleModule,
    VideoModule,
    CoursesModule,
    EnrolmentModule,
  ],
  controllers: [ViewingsController, ViewingsDoorController],
  providers: [
    ViewingsDoorReader,
    ViewingsAttendanceService,
    ViewingsCandidatesReader,
    ViewingsCreditsService,
    ViewingsDoorService,
    ViewingsEntriesService,
    ViewingsOpeningService,
    ViewingsPeopleReader,
    ViewingsReader,
    ViewingsRepository,
    ViewingsService,
    ViewingsSubscriber,
  ],
  exports: [ViewingsReader],
})
export class ViewingsModule {}
