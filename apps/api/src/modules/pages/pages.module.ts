import { Module } from '@nestjs/common';

import { ActivitiesModule } from '../activities/index.js';
import { CompletionModule } from '../completion/index.js';
import { CoursesModule } from '../courses/index.js';
import { LearningModule } from '../learning/index.js';
import { MaterialsModule } from '../materials/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { SessionsModule } from '../sessions/index.js';
import { SupportersModule } from '../supporters/index.js';
import { VideoModule } from '../video/index.js';
import { LearnerPagesController } from './learner/learner-pages.controller.js';
import { LearnerPagesReader } from './learner/learner-pages.reader.js';
import { LearnerRecordReader } from './learner/learner-record.reader.js';
import { MayFail } from './may-fail.js';
import { PublicPagesController } from './public/public-pages.controller.js';
import { PublicPagesReader } from './public/public-pages.reader.js';

/** One endpoint for each page that shows what several capabilities know. It only reads (docs/adr/0040). */
@Module({
  imports: [
    VideoModule,
    MaterialsModule,
    CoursesModule,
    LearningModule,
    SessionsModule,
    CompletionModule,
    SupportersModule,
    ActivitiesModule,
    NotificationsModule,
  ],
  controllers: [LearnerPagesController, PublicPagesController],
  providers: [LearnerRecordReader, LearnerPagesReader, PublicPagesReader, MayFail],
})
export class PagesModule {}
