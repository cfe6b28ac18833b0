import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/outbox/index.js';
import { lessonCompleted, type LessonCompleted } from './learning.events.js';
import { LearningRepository } from './learning.repository.js';

/** Marks lessons as done, once, and publishes that to higher modules. */
@Injectable()
export class LessonCompletionService {
  constructor(
    private readonly progress: LearningRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Completes a lesson. Idempotent.
   * @param byViewing whether it is done only because of a group viewing; then it is reopened if the viewing is revoked
   */
  async complete(personId: string, enrolmentId: string, lessonId: string, byViewing = false): Promise<void> {
    if (!(await this.progress.complete(enrolmentId, lessonId, this.clock.now(), byViewing))) return;
    const payload: LessonCompleted = { enrolmentId, lessonId, personId };
    await this.outbox.add({ type: lessonCompleted, payload, subjectId: enrolmentId });
  }
}
