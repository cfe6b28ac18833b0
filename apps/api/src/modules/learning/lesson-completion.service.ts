import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/outbox/index.js';
import { lessonCompleted, type LessonCompleted } from './learning.events.js';
import { LearningRepository } from './learning.repository.js';

/** Marks lessons as done, once, and tells it upwards. */
@Injectable()
export class LessonCompletionService {
  constructor(
    private readonly progress: LearningRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * A lesson is done. Said again it changes nothing.
   * @param byViewing whether only a group viewing made it so; then the lesson goes with the viewing
   */
  async complete(personId: string, enrolmentId: string, lessonId: string, byViewing = false): Promise<void> {
    if (!(await this.progress.complete(enrolmentId, lessonId, this.clock.now(), byViewing))) return;
    const payload: LessonCompleted = { enrolmentId, lessonId, personId };
    await this.outbox.add({ type: lessonCompleted, payload, subjectId: enrolmentId });
  }
}
