import type { ViewingCheckIn } from '@kizuna/shared/contracts/viewings';
import type { AttendeeCameBy } from '@kizuna/shared/vocabulary/viewings';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { PeopleReader } from '../people/index.js';
import { VideoShowableReader } from '../video/index.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';
import { entryRefusal } from './viewings.policy.js';
import { ViewingsRepository, type ViewingRecord } from './viewings.repository.js';

/**
 * Writes the list of a showing. Many people may be entered concurrently; the showing's row is locked in shared mode, so
 * that nobody is entered while it is being closed or cancelled. People entered after the closing are credited at once.
 */
@Injectable()
export class ViewingsEntriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly viewings: ViewingsRepository,
    private readonly credits: ViewingsCreditsService,
    private readonly people: PeopleReader,
    private readonly films: VideoShowableReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Enters one person and returns the record written, or the existing one. */
  async checkIn(
    actor: Actor,
    id: string,
    personId: string,
    cameBy: AttendeeCameBy,
    isOffice: boolean,
  ): Promise<ViewingCheckIn> {
    const { viewing, entered, at } = await this.transactions.run(async () => {
      const done = await this.enter(actor, id, [personId], cameBy, isOffice);
      return { ...done, at: await this.viewings.enteredAt(id, personId) };
    });
    const [person, films] = await Promise.all([
      this.people.getPerson(personId),
      this.films.findFilms([viewing.videoId]),
    ]);
    return {
      name: person.name,
      recordedAt: (at ?? this.clock.now()).toISOString(),
      already: entered.length === 0,
      place: viewing.place,
      heldOn: viewing.heldOn,
      filmTitle: films.get(viewing.videoId)?.title ?? '',
    };
  }

  /** Enters people. @returns those not on the list before @throws DomainError as `entryRefusal` */
  async enter(
    actor: Actor,
    id: string,
    personIds: readonly string[],
    cameBy: AttendeeCameBy,
    isOffice: boolean,
  ): Promise<{ viewing: ViewingRecord; entered: string[] }> {
    const viewing = await this.viewings.share(id);
    if (!viewing) throw new DomainError('platform.not_found');
    const now = this.clock.now();
    const refusal = entryRefusal(viewing, now, isOffice);
    if (refusal) throw new DomainError(refusal);
    const recordedBy = actor.kind === 'person' ? actor.personId : null;
    const entered = await this.viewings.enter({
      groupViewingId: id,
      personIds,
      cameBy,
      recordedAt: now,
      recordedBy,
    });
    for (const personId of entered) {
      await this.audit.record({
        actor,
        action: 'viewing.attended',
        subjectType: 'person',
        subjectId: personId,
        after: { groupViewingId: id, heldOn: viewing.heldOn, place: viewing.place, cameBy },
      });
    }
    await this.credits.grant(viewing, entered);
    return { viewing, entered };
  }

  /** Removes a person from the list. Idempotent. @throws DomainError platform.not_found */
  async remove(actor: Actor, id: string, personId: string, reason: string): Promise<void> {
    const viewing = await this.viewings.lock(id);
    if (!viewing) throw new DomainError('platform.not_found');
    if (!(await this.viewings.remove(id, personId, reason, this.clock.now()))) return;
    await this.credits.revoke(id, [personId]);
    const before = { groupViewingId: id, heldOn: viewing.heldOn, place: viewing.place };
    await this.audit.record({
      actor,
      action: 'viewing.attendance_removed',
      subjectType: 'person',
      subjectId: personId,
      before,
      reason,
    });
  }
}
