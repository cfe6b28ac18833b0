import type { AnswerBody, SubmissionBody } from '@kizuna/shared/contracts/assessment';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type { AttemptId, EnrolmentId, LessonId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { AssessmentReader, AttemptService } from '../assessment/index.js';
import { LearningService } from './learning.service.js';

/** Taking a quiz. */
@Controller()
export class LearningQuizController {
  constructor(
    private readonly learning: LearningService,
    private readonly attempts: AttemptService,
    private readonly reader: AssessmentReader,
  ) {}

  @Handles(learningEndpoints.startAttempt)
  startAttempt(
    { enrolmentId, lessonId }: { enrolmentId: EnrolmentId; lessonId: LessonId },
    @CurrentActor() actor: Actor,
  ) {
    return this.learning.startAttempt(actor, enrolmentId, lessonId);
  }

  @Handles(learningEndpoints.getAttempt)
  getAttempt({ attemptId }: { attemptId: AttemptId }, @CurrentActor() actor: Actor) {
    return this.reader.getAttempt(actor, attemptId);
  }

  @Handles(learningEndpoints.saveAnswer)
  saveAnswer(
    { attemptId, questionKey }: { attemptId: AttemptId; questionKey: string },
    body: AnswerBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.attempts.saveAnswer(actor, attemptId, questionKey, body);
  }

  @Handles(learningEndpoints.submitAttempt)
  submitAttempt({ attemptId }: { attemptId: AttemptId }, body: SubmissionBody, @CurrentActor() actor: Actor) {
    return this.learning.submitAttempt(actor, attemptId, body);
  }
}
