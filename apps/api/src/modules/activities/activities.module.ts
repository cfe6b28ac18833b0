import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { PeopleModule } from '../people/index.js';
import { SupportersModule } from '../supporters/index.js';
import { MeetingController } from './meetings/meeting.controller.js';
import { MeetingReader } from './meetings/meeting.reader.js';
import { MeetingRepository } from './meetings/meeting.repository.js';
import { MeetingService } from './meetings/meeting.service.js';
import { SupporterMeetingPersonEntity } from './meetings/supporter-meeting-person.entity.js';
import { SupporterMeetingEntity } from './meetings/supporter-meeting.entity.js';
import { PairCandidateReader } from './pairs/pair-candidate.reader.js';
import { PairController } from './pairs/pair.controller.js';
import { PairReader } from './pairs/pair.reader.js';
import { PairRepository } from './pairs/pair.repository.js';
import { PairService } from './pairs/pair.service.js';
import { SupporterPairEntity } from './pairs/supporter-pair.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SupporterMeetingEntity, SupporterMeetingPersonEntity, SupporterPairEntity]),
    PeopleModule,
    SupportersModule,
  ],
  controllers: [MeetingController, PairController],
  providers: [
    MeetingReader,
    MeetingRepository,
    MeetingService,
    PairCandidateReader,
    PairReader,
    PairRepository,
    PairService,
  ],
  exports: [MeetingReader, PairCandidateReader, PairReader],
})
export class ActivitiesModule {}
