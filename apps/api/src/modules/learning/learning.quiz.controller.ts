import { AnswerBody, AttemptView, SavedAnswer, SubmissionBody } from '@kizuna/shared/contracts/assessment';
import {
  attemptId,
  enrolmentId,
  lessonId,
  type AttemptId,
  type EnrolmentId,
  type LessonId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { AssessmentReader, AttemptService } from '../assessment/index.js';
import { LearningService } from './learning.service.js';

const questionKey = z.string().min(1).max(60);

/** Taking a quiz. */
@Controller()
export class LearningQuizController {
  constructor(
    private readonly learning: LearningService,
    private readonly attempts: AttemptService,
    private readonly reader: AssessmentReader,
  ) {}

  @Post('me/enrolments/:enrolmentId/lessons/:lessonId/attempts')
  @Permit('learning.self')
  @Contract({ response: AttemptView })
  startAttempt(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('lessonId', { schema: lessonId }) lesson: LessonId,
  ) {
    return this.learning.startAttempt(actor, id, lesson);
  }

  @Get('me/attempts/:attemptId')
  @Permit('learning.self')
  @Contract({ response: AttemptView })
  getAttempt(@CurrentActor() actor: Actor, @Param('attemptId', { schema: attemptId }) id: AttemptId) {
    return this.reader.getAttempt(actor, id);
  }

  @Put('me/attempts/:attemptId/answers/:questionKey')
  @Permit('learning.self')
  @Contract({ response: SavedAnswer })
  saveAnswer(
    @CurrentActor() actor: Actor,
    @Param('attemptId', { schema: attemptId }) id: AttemptId,
    @Param('questionKey', { schema: questionKey }) question: string,
    @Body({ schema: AnswerBody }) body: AnswerBody,
  ) {
    return this.attempts.saveAnswer(actor, id, question, body);
  }

  @Post('me/attempts/:attemptId/submission')
  @Permit('learning.self')
  @Contract({ response: AttemptView })
  submitAttempt(
    @CurrentActor() actor: Actor,
    @Param('attemptId', { schema: attemptId }) id: AttemptId,
    // It may come without a body
    @Body({ schema: SubmissionBody.default({}) }) body: SubmissionBody,
  ) {
    return this.learning.submitAttempt(actor, id, body);
  }
}
