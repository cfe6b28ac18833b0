import type { LessonView } from '@kizuna/shared/contracts/courses';
import type { LessonKind } from '@kizuna/shared/vocabulary/courses';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CoursesOutlineReader, type RunOutline } from '../courses/index.js';
import { EnrolmentReader, type EnrolmentFacts } from '../enrolment/index.js';
import { mayLearn } from './learning.next-step.policy.js';

/** A learner and a lesson they have access to. */
export interface OpenLesson {
  enrolment: EnrolmentFacts;
  outline: RunOutline;
  lesson: LessonView;
}

/**
 * Checks that the enrolment is the actor's own, and that a lesson is accessible. All learner commands go through here.
 */
@Injectable()
export class LearningAccessService {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly outlines: CoursesOutlineReader,
  ) {}

  /**
   * The actor's own enrolment with the outline of its run, whatever its state.
   * @throws DomainError platform.not_found for another person's
   */
  async getOwn(
    actor: Actor,
    enrolmentId: string,
  ): Promise<{ enrolment: EnrolmentFacts; outline: RunOutline }> {
    const enrolment = await this.enrolments.getMine(personOf(actor).personId, enrolmentId);
    const outline = (await this.outlines.outlinesOf([enrolment.courseRunId])).get(enrolment.courseRunId);
    if (!outline) throw new DomainError('platform.not_found');
    return { enrolment, outline };
  }

  /**
   * A lesson of the actor's own course, once the office has confirmed the enrolment.
   * @param kind the kind of lesson the caller needs; undefined for any
   * @throws DomainError platform.not_found, learning.not_open_yet, learning.wrong_kind
   */
  async openLesson(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    kind?: LessonKind,
  ): Promise<OpenLesson> {
    const { enrolment, outline } = await this.getOwn(actor, enrolmentId);
    const lesson = outline.lessons.find((one) => one.lessonId === lessonId);
    if (!lesson) throw new DomainError('platform.not_found');
    if (!mayLearn(enrolment.status)) throw new DomainError('learning.not_open_yet');
    if (kind !== undefined && lesson.kind !== kind) throw new DomainError('learning.wrong_kind');
    return { enrolment, outline, lesson };
  }
}
