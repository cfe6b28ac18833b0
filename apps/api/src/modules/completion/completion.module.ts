import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { SessionsModule } from '../sessions/index.js';
import { TemplatesModule } from '../templates/index.js';
import { CompletionController } from './completion.controller.js';
import { CompletionFactsReader } from './completion.facts.reader.js';
import { CompletionReader } from './completion.reader.js';
import { NameConfirmationEntity } from './name-confirmation/name-confirmation.entity.js';
import { NameConfirmationReader } from './name-confirmation/name-confirmation.reader.js';
import { NameConfirmationService } from './name-confirmation/name-confirmation.service.js';
import { OfficeNameConfirmationController } from './name-confirmation/office-name-confirmation.controller.js';
import { OwnNameConfirmationController } from './name-confirmation/own-name-confirmation.controller.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([NameConfirmationEntity]),
    CoursesModule,
    EnrolmentModule,
    LearningModule,
    PeopleModule,
    SessionsModule,
    TemplatesModule,
  ],
  controllers: [CompletionController, OfficeNameConfirmationController, OwnNameConfirmationController],
  providers: [CompletionFactsReader, CompletionReader, NameConfirmationReader, NameConfirmationService],
  exports: [CompletionReader, NameConfirmationReader],
})
export class CompletionModule {}
