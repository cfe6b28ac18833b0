import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AttemptRepository } from './assessment.attempt.repository.js';
import { AssessmentCatalogue } from './assessment.catalogue.service.js';
import { AttemptAnswerEntity, AttemptEntity, QuizEntity, QuizVersionEntity } from './assessment.entity.js';
import { AssessmentReader } from './assessment.reader.js';
import { QuizRepository } from './assessment.repository.js';
import { Attempts } from './assessment.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AttemptAnswerEntity, AttemptEntity, QuizEntity, QuizVersionEntity])],
  providers: [AssessmentCatalogue, AssessmentReader, AttemptRepository, Attempts, QuizRepository],
  exports: [AssessmentCatalogue, AssessmentReader, Attempts],
})
export class AssessmentModule {}
