import type { PlaybackBody, WatchReportBody } from '@kizuna/shared/contracts/learning';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type { VideoQuery } from '@kizuna/shared/contracts/video';
import type { CourseRunId, EnrolmentId, LessonId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
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

  @Handles(learningEndpoints.getLearningHome)
  getLearningHome(@CurrentActor() actor: Actor) {
    return this.pages.home(actor);
  }

  @Handles(learningEndpoints.getLearningCourse)
  getLearningCourse({ enrolmentId }: { enrolmentId: EnrolmentId }, @CurrentActor() actor: Actor) {
    return this.pages.course(actor, enrolmentId);
  }

  @Handles(learningEndpoints.getLesson)
  getLesson(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    query: VideoQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.pages.lesson(actor, enrolmentId, lessonId, query.language);
  }

  @Handles(learningEndpoints.startPlayback)
  startPlayback(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    body: PlaybackBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.watching.startPlayback(actor, enrolmentId, lessonId, body.videoId);
  }

  @Handles(learningEndpoints.reportWatching)
  reportWatching(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    body: WatchReportBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.watching.reportWatching(actor, enrolmentId, lessonId, body);
  }

  @Handles(learningEndpoints.recordReading)
  recordReading(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    @CurrentActor() actor: Actor,
  ) {
    return this.learning.readMaterial(actor, enrolmentId, lessonId);
  }

  @Handles(learningEndpoints.listRunProgress)
  listRunProgress({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.reader.runProgress(actor, courseRunId);
  }
}
