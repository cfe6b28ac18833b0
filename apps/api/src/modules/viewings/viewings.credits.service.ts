import { Injectable } from '@nestjs/common';

import { Outbox } from '../../platform/outbox/index.js';
import { FilmCoursesReader } from '../courses/index.js';
import { EnrolmentLearnersReader } from '../enrolment/index.js';
import { VideoShowableReader, ShowingCreditService } from '../video/index.js';
import { creditGranted, creditRevoked, type ShowingCredited } from './viewings.events.js';
import { credits } from './viewings.policy.js';
import type { ViewingRecord } from './viewings.repository.js';

/** Carries presence at a showing to the record of films, and tells learning of it. */
@Injectable()
export class ViewingsCreditsService {
  constructor(
    private readonly films: VideoShowableReader,
    private readonly courses: FilmCoursesReader,
    private readonly learners: EnrolmentLearnersReader,
    private readonly showings: ShowingCreditService,
    private readonly outbox: Outbox,
  ) {}

  /** The courses in which a film counts: those with a lesson on it, or on the long film of which it is the digest. */
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

  /** Credits people at a showing that was held as a whole; at any other it does nothing. Repeated: no change. */
  async grant(viewing: ViewingRecord, personIds: readonly string[]): Promise<void> {
    if (!credits(viewing.state)) return;
    const enrolled = [...(await this.enrolledAmong(viewing.videoId, personIds))].toSorted();
    await this.showings.grant({ ...viewing, groupViewingId: viewing.id }, enrolled);
    // Told also where the credit stood already: a course that somebody entered later has lessons that know nothing of it
    for (const personId of enrolled) await this.tell(creditGranted, { personId, videoId: viewing.videoId });
  }

  /** Takes credits of a showing back, from some people or from everybody. */
  async revoke(groupViewingId: string, personIds: readonly string[] | 'everybody'): Promise<void> {
    for (const lost of await this.showings.revoke(groupViewingId, personIds)) {
      await this.tell(creditRevoked, lost);
    }
  }

  /** Carries a corrected day or place to the credits. */
  correct(viewing: Pick<ViewingRecord, 'id' | 'heldOn' | 'place'>): Promise<void> {
    return this.showings.correct(viewing.id, viewing.heldOn, viewing.place);
  }

  private tell(type: string, payload: ShowingCredited): Promise<void> {
    return this.outbox.add({ type, payload, subjectId: payload.personId });
  }
}
