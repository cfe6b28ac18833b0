import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AssessmentCatalogueService } from './assessment.catalogue.service.js';
import { AssessmentReader } from './assessment.reader.js';
import { AttemptAnswerEntity } from './attempt-answer.entity.js';
import { AttemptEntity } from './attempt.entity.js';
import { AttemptRepository } from './attempt.repository.js';
import { AttemptService } from './attempt.service.js';
import { QuizVersionEntity } from './quiz-version.entity.js';
import { QuizEntity } from './quiz.entity.js';
import { QuizRepository } from './quiz.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttemptAnswerEntity, AttemptEntity, QuizEntity, QuizVersionEntity])],
  providers: [
    AssessmentCatalogueService,
    AssessmentReader,
    AttemptRepository,
    AttemptService,
    QuizRepository,
  ],
  exports: [AssessmentCatalogueService, AssessmentReader, AttemptService],
})
export class AssessmentModule {}
