import { parseCardNumber } from '@kizuna/shared/rules/card-number';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { FilmCoursesReader } from '../courses/index.js';
import { EnrolmentLearnersReader, type LearnerScope } from '../enrolment/index.js';
import { PeopleReader } from '../people/index.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';

const longestList = 200;

/**
 * The people an actor may enter by name. The office: everybody. An instructor: the learners of their own runs
 * that have the film. An organiser: nobody – cards only, or the paper goes to the office.
 */
@Injectable()
export class ViewingsCandidatesReader {
  constructor(
    private readonly people: PeopleReader,
    private readonly courses: FilmCoursesReader,
    private readonly learners: EnrolmentLearnersReader,
    private readonly credits: ViewingsCreditsService,
  ) {}

  /** Whether the actor may look up people at all for a showing of a film. */
  async mayLookUp(actor: Actor, videoId: string): Promise<boolean> {
    if (may(actor, 'person.read')) return true;
    return ((await this.scopeOf(actor, videoId)).courseRunIds ?? []).length > 0;
  }

  /** The people matching a search, at most 200; without a search the learners who joined last. */
  async find(
    actor: Actor,
    videoId: string,
    typed: string | undefined,
  ): Promise<{ personIds: string[]; more: boolean }> {
    const scope = await this.scopeOf(actor, videoId);
    if (!typed) {
      const latest = await this.learners.latest(scope, longestList + 1);
      return { personIds: latest.slice(0, longestList), more: latest.length > longestList };
    }
    const found = await this.search(typed);
    const personIds = await this.allowed(actor, scope, found);
    return { personIds, more: found.length >= longestList };
  }

  /** Those of the people the actor may enter by name. */
  async allowedAmong(actor: Actor, videoId: string, personIds: readonly string[]): Promise<string[]> {
    return this.allowed(actor, await this.scopeOf(actor, videoId), personIds);
  }

  private async allowed(actor: Actor, scope: LearnerScope, personIds: readonly string[]): Promise<string[]> {
    const allowed: { has(id: string): boolean } = may(actor, 'person.read')
      ? await this.people.findPeople(personIds)
      : await this.learners.amongPeople(personIds, scope);
    return personIds.filter((id) => allowed.has(id));
  }

  private async search(typed: string): Promise<string[]> {
    if (parseCardNumber(typed) === undefined) return this.people.findIdsBySearch(typed);
    const holder = await this.people.findByCard(typed);
    return holder === null ? [] : [holder];
  }

  private async scopeOf(actor: Actor, videoId: string): Promise<LearnerScope> {
    const courseIds = await this.credits.coursesOf(videoId);
    const courseRunIds = may(actor, 'person.read')
      ? null
      : await this.courses.runIdsTaughtBy(personOf(actor).personId, courseIds);
    return { courseIds, courseRunIds };
  }
}
