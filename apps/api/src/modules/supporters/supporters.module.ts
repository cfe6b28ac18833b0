import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CertificationModule } from '../certification/index.js';
import { PeopleModule } from '../people/index.js';
import { TemplatesModule } from '../templates/index.js';
import { SupporterCardCheckController } from './cards/supporter-card-check.controller.js';
import { SupporterCardSheetService } from './cards/supporter-card-sheet.service.js';
import { SupporterCardController } from './cards/supporter-card.controller.js';
import { SupporterCardReader } from './cards/supporter-card.reader.js';
import { SupporterCardService } from './cards/supporter-card.service.js';
import { AnswersChangeService } from './registration/answers-change.service.js';
import { AnswersCheckService } from './registration/answers-check.service.js';
import { OwnRegistrationService } from './registration/own-registration.service.js';
import { RegistrationDraftRepository } from './registration/registration-draft.repository.js';
import { RegistrationDraftService } from './registration/registration-draft.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { SupporterDraftEntity } from './registration/supporter-draft.entity.js';
import { SupporterActivityEntity } from './settings/supporter-activity.entity.js';
import { SupporterPledgeEntity } from './settings/supporter-pledge.entity.js';
import { SupporterSettingsController } from './settings/supporter-settings.controller.js';
import { SupporterSettingsEntity } from './settings/supporter-settings.entity.js';
import { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
import { SupporterSettingsRepository } from './settings/supporter-settings.repository.js';
import { SupporterSettingsService } from './settings/supporter-settings.service.js';
import { SupporterCounterEntity } from './supporter-counter.entity.js';
import { SupporterPledgeAgreementEntity } from './supporter-pledge-agreement.entity.js';
import { SupporterReminderEntity } from './supporter-reminder.entity.js';
import { SupporterEntity } from './supporter.entity.js';
import { SupportersDailyService } from './supporters.daily.service.js';
import { SupportersDueReader } from './supporters.due.reader.js';
import { SupportersHistoryService } from './supporters.history.service.js';
import { SupportersOfficeController } from './supporters.office.controller.js';
import { SupportersOwnController } from './supporters.own.controller.js';
import { SupportersReader } from './supporters.reader.js';
import { SupportersRepository } from './supporters.repository.js';
import { SupportersService } from './supporters.service.js';
import { SupportersStampsService } from './supporters.stamps.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SupporterActivityEntity,
      SupporterCounterEntity,
      SupporterDraftEntity,
      SupporterEntity,
      SupporterPledgeAgreementEntity,
      SupporterPledgeEntity,
      SupporterReminderEntity,
      SupporterSettingsEntity,
    ]),
    CertificationModule,
    PeopleModule,
    TemplatesModule,
  ],
  controllers: [
    SupporterCardCheckController,
    SupporterCardController,
    SupporterSettingsController,
    SupportersOfficeController,
    SupportersOwnController,
  ],
  providers: [
    AnswersChangeService,
    AnswersCheckService,
    OwnRegistrationService,
    RegistrationDraftRepository,
    RegistrationDraftService,
    RegistrationService,
    SupporterCardReader,
    SupporterCardService,
    SupporterCardSheetService,
    SupporterSettingsReader,
    SupporterSettingsRepository,
    SupporterSettingsService,
    SupportersDailyService,
    SupportersDueReader,
    SupportersHistoryService,
    SupportersReader,
    SupportersRepository,
    SupportersService,
    SupportersStampsService,
  ],
  exports: [
    RegistrationDraftService,
    SupporterSettingsReader,
    SupportersDailyService,
    SupportersHistoryService,
    SupportersReader,
    SupportersService,
  ],
})
export class SupportersModule {}
