import type { CourseFilmRules, CourseFilmRulesBody } from '@kizuna/shared/contracts/courses';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { filmRulesChanged, type FilmRulesChanged } from '../courses.events.js';
import { FilmRulesRepository } from './film-rules.repository.js';

/**
 * How much of a film a lesson requires, and whether a digest counts. Stricter rules never revoke a completion; people
 * who already meet milder ones complete at once, through learning, which receives the event.
 */
@Injectable()
export class FilmRulesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: FilmRulesRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError platform.not_found */
  getRules(courseId: string): Promise<CourseFilmRules> {
    return this.transactions.run(() => this.getForChange(courseId));
  }

  /**
   * @throws DomainError platform.not_found; platform.invalid_input for a lesson that is not a video lesson of the
   * course
   */
  async changeRules(actor: Actor, courseId: string, body: CourseFilmRulesBody): Promise<CourseFilmRules> {
    return this.transactions.run(async () => {
      const before = await this.getForChange(courseId);
      const unknown = body.lessons.findIndex(
        ({ lessonId }) => !before.lessons.some((lesson) => lesson.lessonId === lessonId),
      );
      if (unknown !== -1) {
        throw new DomainError('platform.invalid_input', { field: `lessons.${unknown}.lessonId` });
      }
      const wanted = new Map(body.lessons.map((lesson) => [lesson.lessonId, lesson.thresholdPercent]));
      const after: CourseFilmRules = {
        ...before,
        digestCounts: body.digestCounts,
        lessons: before.lessons.map((lesson) => ({
          ...lesson,
          thresholdPercent: wanted.get(lesson.lessonId) ?? lesson.thresholdPercent,
        })),
      };
      await this.repository.save(after);
      const subject = { subjectType: 'course', subjectId: courseId };
      const change = { before: forAudit(before), after: forAudit(after) };
      await this.audit.record({ actor, action: 'course.film_rules_changed', ...subject, ...change });
      const payload: FilmRulesChanged = { courseId };
      await this.outbox.add({ type: filmRulesChanged, payload, subjectId: courseId });
      return after;
    });
  }

  private async getForChange(courseId: string): Promise<CourseFilmRules> {
    const rules = await this.repository.findForChange(courseId);
    if (!rules) throw new DomainError('platform.not_found');
    return rules;
  }
}

function forAudit({ digestCounts, lessons }: CourseFilmRules): Record<string, unknown> {
  const thresholds = lessons.map(({ lessonId, thresholdPercent }) => [lessonId, thresholdPercent]);
  return { digestCounts, thresholds: Object.fromEntries(thresholds) };
}
