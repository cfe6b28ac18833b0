import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { VideoModule } from '../video/index.js';
import { ViewingAttendance } from './viewings.attendance.service.js';
import { ViewingCandidates } from './viewings.candidates.reader.js';
import { ViewingsController } from './viewings.controller.js';
import { ViewingCredits } from './viewings.credits.service.js';
import { ViewingDoorController } from './viewings.door.controller.js';
import { DoorReader } from './viewings.door.reader.js';
import { ViewingDoors } from './viewings.door.service.js';
import { GroupViewingAttendeeEntity, GroupViewingEntity } from './viewings.entity.js';
import { ViewingEntries } from './viewings.entries.service.js';
import { ViewingOpening } from './viewings.opening.service.js';
import { ViewingPeople } from './viewings.people.reader.js';
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
  controllers: [ViewingsController, ViewingDoorController],
  providers: [
    DoorReader,
    ViewingAttendance,
    ViewingCandidates,
    ViewingCredits,
    ViewingDoors,
    ViewingEntries,
    ViewingOpening,
    ViewingPeople,
    ViewingsReader,
    ViewingsRepository,
    ViewingsService,
    ViewingsSubscriber,
  ],
  exports: [ViewingsReader],
})
export class ViewingsModule {}
