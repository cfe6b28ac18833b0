import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CertificationModule } from '../certification/index.js';
import { PeopleModule } from '../people/index.js';
import { TemplatesModule } from '../templates/index.js';
import { SupporterMeetingsController, SupporterPairsController } from './supporters.activities.controller.js';
import { SupporterAnswersChange } from './supporters.answers-change.service.js';
import { SupporterAnswersCheck } from './supporters.answers.service.js';
import { SupporterCardCheckController, SupporterCardsController } from './supporters.cards.controller.js';
import { SupporterCardsReader } from './supporters.cards.reader.js';
import { PairCandidatesReader } from './supporters.candidates.reader.js';
import { SupporterCardSheets } from './supporters.card-sheets.service.js';
import { SupporterCards } from './supporters.cards.service.js';
import { SupportersDaily } from './supporters.daily.service.js';
import { SupporterDraftRepository } from './supporters.draft.repository.js';
import { SupporterDrafts } from './supporters.draft.service.js';
import { SupportersDueReader } from './supporters.due.reader.js';
import {
  SupporterDraftEntity,
  SupporterEntity,
  SupporterPledgeAgreementEntity,
  SupporterPledgeEntity,
  SupporterReminderEntity,
} from './supporters.entity.js';
import { SupporterMeetingEntity, SupporterMeetingPersonEntity } from './supporters.meetings.entity.js';
import { SupporterMeetingsReader } from './supporters.meetings.reader.js';
import { SupporterMeetingsRepository } from './supporters.meetings.repository.js';
import { SupporterMeetings } from './supporters.meetings.service.js';
import { MySupporterController } from './supporters.my.controller.js';
import { SupportersOfficeController } from './supporters.office.controller.js';
import { OwnRegistration } from './supporters.own.service.js';
import { SupporterPairEntity } from './supporters.pairs.entity.js';
import { SupporterPairsReader } from './supporters.pairs.reader.js';
import { SupporterPairsRepository } from './supporters.pairs.repository.js';
import { SupporterPairs } from './supporters.pairs.service.js';
import { SupportersReader } from './supporters.reader.js';
import { SupporterHistory } from './supporters.record.service.js';
import { SupporterRegistrations } from './supporters.registration.service.js';
import { SupportersRepository } from './supporters.repository.js';
import { SupporterStamps } from './supporters.stamps.service.js';
import { SupportersService } from './supporters.service.js';
import { SupporterSettingsController } from './supporters.settings.controller.js';
import {
  SupporterActivityEntity,
  SupporterCounterEntity,
  SupporterSettingsEntity,
} from './supporters.settings.entity.js';
import { SupporterSettingsReader } from './supporters.settings.reader.js';
import { SupporterSettingsRepository } from './supporters.settings.repository.js';
import { SupporterSettings } from './supporters.settings.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SupporterActivityEntity,
      SupporterCounterEntity,
      SupporterDraftEntity,
      SupporterEntity,
      SupporterMeetingEntity,
      SupporterMeetingPersonEntity,
      SupporterPairEntity,
      SupporterPledgeAgreementEntity,
      SupporterPledgeEntity,
      SupporterReminderEntity,
      SupporterSettingsEntity,
    ]),
    PeopleModule,
    TemplatesModule,
    CertificationModule,
  ],
  controllers: [
    MySupporterController,
    SupporterCardCheckController,
    SupporterCardsController,
    SupporterMeetingsController,
    SupporterPairsController,
    SupporterSettingsController,
    SupportersOfficeController,
  ],
  providers: [
    OwnRegistration,
    PairCandidatesReader,
    SupporterStamps,
    SupporterAnswersChange,
    SupporterAnswersCheck,
    SupporterCardSheets,
    SupporterCards,
    SupporterCardsReader,
    SupporterDraftRepository,
    SupporterDrafts,
    SupporterHistory,
    SupporterMeetings,
    SupporterMeetingsReader,
    SupporterMeetingsRepository,
    SupporterPairs,
    SupporterPairsReader,
    SupporterPairsRepository,
    SupporterRegistrations,
    SupporterSettings,
    SupporterSettingsReader,
    SupporterSettingsRepository,
    SupportersDaily,
    SupportersDueReader,
    SupportersReader,
    SupportersRepository,
    SupportersService,
  ],
  exports: [SupporterMeetingsReader, SupportersDaily, SupportersReader],
})
export class SupportersModule {}
