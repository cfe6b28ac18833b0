import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MaterialsModule } from '../materials/index.js';
import { AssessmentModule } from '../assessment/index.js';
import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { VideoModule } from '../video/index.js';
import { FilmRuleService } from './film-rule.service.js';
import { LearningAccessService } from './learning.access.service.js';
import { LearningController } from './learning.controller.js';
import { LearningMaterialsController } from './learning.materials.controller.js';
import { LearningMaterialsService } from './learning.materials.service.js';
import { LearningPagesReader } from './learning.pages.reader.js';
import { LearningQuizController } from './learning.quiz.controller.js';
import { LearningReader } from './learning.reader.js';
import { LearningRepository } from './learning.repository.js';
import { LearningService } from './learning.service.js';
import { LearningSubscriber } from './learning.subscriber.js';
import { LessonAttendanceEntity } from './lesson-attendance.entity.js';
import { LessonCompletionService } from './lesson-completion.service.js';
import { LessonProgressEntity } from './lesson-progress.entity.js';
import { LessonWatchingService } from './lesson-watching.service.js';

@Module({
  imports: [
    MaterialsModule,
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
    LearningAccessService,
    LearningMaterialsService,
    LearningPagesReader,
    LearningReader,
    LearningService,
    LearningSubscriber,
    LessonCompletionService,
    LessonWatchingService,
    LearningRepository,
  ],
  exports: [LearningPagesReader, LearningReader],
})
export class LearningModule {}
