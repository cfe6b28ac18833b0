import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AssessmentModule } from '../assessment/index.js';
import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { VideoModule } from '../video/index.js';
import { LearningAccess } from './learning.access.service.js';
import { LessonCompletion } from './learning.completion.service.js';
import { LearningController } from './learning.controller.js';
import { LessonAttendanceEntity, LessonProgressEntity } from './learning.entity.js';
import { FilmRuleService } from './learning.film-rule.service.js';
import { LearningMaterialsController } from './learning.materials.controller.js';
import { LearningMaterials } from './learning.materials.service.js';
import { LearningPages } from './learning.pages.reader.js';
import { LearningQuizController } from './learning.quiz.controller.js';
import { LearningReader } from './learning.reader.js';
import { ProgressRepository } from './learning.repository.js';
import { LearningService } from './learning.service.js';
import { LearningSubscriber } from './learning.subscriber.js';
import { LessonWatching } from './learning.watching.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([LessonAttendanceEntity, LessonProgressEntity]),
    AssessmentModule,
    CoursesModule,
    EnrolmentModule,
    PeopleModule,
    VideoModule,
  ],
  controllers: [LearningController, LearningMaterialsController, LearningQuizController],
  providers: [
    FilmRuleService,
    LearningAccess,
    LearningMaterials,
    LearningPages,
    LearningReader,
    LearningService,
    LearningSubscriber,
    LessonCompletion,
    LessonWatching,
    ProgressRepository,
  ],
  exports: [LearningReader],
})
export class LearningModule {}
