import {
  LearningCourseView,
  LearningHome,
  LearningLessonView,
  LessonProgressView,
  PlaybackBody,
  PlaybackView,
  RunProgressList,
  WatchReportBody,
  WatchView,
} from '@kizuna/shared/contracts/learning';
import { VideoQuery } from '@kizuna/shared/contracts/video';
import {
  courseRunId,
  enrolmentId,
  lessonId,
  type CourseRunId,
  type EnrolmentId,
  type LessonId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { LearningPagesReader } from './learning.pages.reader.js';
import { LearningReader } from './learning.reader.js';
import { LearningService } from './learning.service.js';
import { LessonWatchingService } from './lesson-watching.service.js';

/** The pages and the doings of a learner, and how far a run is for those who teach it. */
@Controller()
export class LearningController {
  constructor(
    private readonly pages: LearningPagesReader,
    private readonly learning: LearningService,
    private readonly watching: LessonWatchingService,
    private readonly reader: LearningReader,
  ) {}

  @Get('me/learning')
  @Permit('learning.self')
  @Contract({ response: LearningHome })
  home(@CurrentActor() actor: Actor) {
    return this.pages.home(actor);
  }

  @Get('me/enrolments/:enrolmentId')
  @Permit('learning.self')
  @Contract({ response: LearningCourseView })
  course(@CurrentActor() actor: Actor, @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId) {
    return this.pages.course(actor, id);
  }

  @Get('me/enrolments/:enrolmentId/lessons/:lessonId')
  @Permit('learning.self')
  @Contract({ response: LearningLessonView })
  lesson(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('lessonId', { schema: lessonId }) lesson: LessonId,
    @Query({ schema: VideoQuery }) query: VideoQuery,
  ) {
    return this.pages.lesson(actor, id, lesson, query.language);
  }

  @Post('me/enrolments/:enrolmentId/lessons/:lessonId/playbacks')
  @Permit('learning.self')
  @Contract({ response: PlaybackView })
  startPlayback(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('lessonId', { schema: lessonId }) lesson: LessonId,
    @Body({ schema: PlaybackBody }) body: PlaybackBody,
  ) {
    return this.watching.startPlayback(actor, id, lesson, body.videoId);
  }

  @Post('me/enrolments/:enrolmentId/lessons/:lessonId/watch-reports')
  @Permit('learning.self')
  @Contract({ response: WatchView })
  reportWatching(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('lessonId', { schema: lessonId }) lesson: LessonId,
    @Body({ schema: WatchReportBody }) body: WatchReportBody,
  ) {
    return this.watching.reportWatching(actor, id, lesson, body);
  }

  @Post('me/enrolments/:enrolmentId/lessons/:lessonId/reading')
  @Permit('learning.self')
  @Contract({ response: LessonProgressView })
  readMaterial(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('lessonId', { schema: lessonId }) lesson: LessonId,
  ) {
    return this.learning.readMaterial(actor, id, lesson);
  }

  @Get('progress/course-runs/:courseRunId')
  @Permit('progress.read')
  @Contract({ response: RunProgressList })
  runProgress(@CurrentActor() actor: Actor, @Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.reader.runProgress(actor, id);
  }
}
