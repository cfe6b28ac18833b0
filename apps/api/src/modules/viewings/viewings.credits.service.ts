import { Injectable } from '@nestjs/common';

import { Outbox } from '../../platform/outbox/index.js';
import { FilmCoursesReader } from '../courses/index.js';
import { EnrolmentLearnersReader } from '../enrolment/index.js';
import { VideoShowableReader, ShowingCreditService } from '../video/index.js';
import { creditGranted, creditRevoked, type ShowingCredited } from './viewings.events.js';
import { credits } from './viewings.policy.js';
import type { ViewingRecord } from './viewings.repository.js';

/** Credits presence at a showing to the watch records, and notifies learning. */
@Injectable()
export class ViewingsCreditsService {
  constructor(
    private readonly films: VideoShowableReader,
    private readonly courses: FilmCoursesReader,
    private readonly learners: EnrolmentLearnersReader,
    private readonly showings: ShowingCreditService,
    private readonly outbox: Outbox,
  ) {}

  /** The courses in which a film counts: those with a lesson on it, or on its long film if it is a digest. */
  async coursesOf(videoId: string): Promise<string[]> {
    const film = (await this.films.findFilms([videoId])).get(videoId);
    return this.courses.courseIdsWith([videoId, ...(film?.digestOf ? [film.digestOf] : [])]);
  }

  /** Those of the people whose course has the film: they are credited. */
  async enrolledAmong(videoId: string, personIds: readonly string[]): Promise<Set<string>> {
    return this.learners.amongPeople(personIds, {
      courseIds: await this.coursesOf(videoId),
      courseRunIds: null,
    });
  }

  /** Credits people at a showing that was held as a whole; does nothing for other showings. Idempotent. */
  async grant(viewing: ViewingRecord, personIds: readonly string[]): Promise<void> {
    if (!credits(viewing.state)) return;
    const enrolled = [...(await this.enrolledAmong(viewing.videoId, personIds))].toSorted();
    await this.showings.grant({ ...viewing, groupViewingId: viewing.id }, enrolled);
    // Also published for existing credits: a course joined later has lessons that do not know of them yet
    for (const personId of enrolled)
      await this.publish(creditGranted, { personId, videoId: viewing.videoId });
  }

  /** Revokes credits of a showing, for some people or for everybody. */
  async revoke(groupViewingId: string, personIds: readonly string[] | 'everybody'): Promise<void> {
    for (const lost of await this.showings.revoke(groupViewingId, personIds)) {
      await this.publish(creditRevoked, lost);
    }
  }

  /** Applies a corrected day or place to the credits. */
  correct(viewing: Pick<ViewingRecord, 'id' | 'heldOn' | 'place'>): Promise<void> {
    return this.showings.correct(viewing.id, viewing.heldOn, viewing.place);
  }

  private publish(type: string, payload: ShowingCredited): Promise<void> {
    return this.outbox.add({ type, payload, subjectId: payload.personId });
  }
}
