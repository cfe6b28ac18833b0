import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import type { VideoQuery } from '@kizuna/shared/contracts/video';
import type { EnrolmentId, LessonId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { LearnerPagesReader } from './learner-pages.reader.js';
import { LearnerSupporterPagesReader } from './learner-supporter-pages.reader.js';

@Controller()
export class LearnerPagesController {
  constructor(
    private readonly pages: LearnerPagesReader,
    private readonly support: LearnerSupporterPagesReader,
  ) {}

  @Handles(pagesEndpoints.getMyPage)
  getMyPage(@CurrentActor() actor: Actor) {
    return this.pages.getMyPage(actor);
  }

  @Handles(pagesEndpoints.getMyCoursePage)
  getMyCoursePage({ enrolmentId }: { enrolmentId: EnrolmentId }, @CurrentActor() actor: Actor) {
    return this.pages.getCoursePage(actor, enrolmentId);
  }

  @Handles(pagesEndpoints.getMyLessonPage)
  getMyLessonPage(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    { language }: VideoQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.pages.getLessonPage(actor, enrolmentId, lessonId, language);
  }

  @Handles(pagesEndpoints.getMySupporterPage)
  getMySupporterPage(@CurrentActor() actor: Actor) {
    return this.support.getSupporterPage(actor);
  }

  @Handles(pagesEndpoints.getMySupporterDraftPage)
  getMySupporterDraftPage(@CurrentActor() actor: Actor) {
    return this.support.getDraftPage(actor);
  }

  @Handles(pagesEndpoints.getMySupporterAnswersPage)
  getMySupporterAnswersPage(@CurrentActor() actor: Actor) {
    return this.support.getAnswersPage(actor);
  }
}
