import type { GroupViewingView, ViewingCheckIn } from '@kizuna/shared/contracts/viewings';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { PeopleReader } from '../people/index.js';
import { ViewingsCandidatesReader } from './viewings.candidates.reader.js';
import { ViewingsEntriesService } from './viewings.entries.service.js';
import { seesAll, ViewingsReader } from './viewings.reader.js';

/** Attendance as entered by the organiser of a showing. Every command is idempotent. */
@Injectable()
export class ViewingsAttendanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: ViewingsReader,
    private readonly candidates: ViewingsCandidatesReader,
    private readonly people: PeopleReader,
    private readonly entries: ViewingsEntriesService,
  ) {}

  /** Checks in a card at the organiser's tablet. @throws DomainError viewings.card_unknown; as `entryRefusal` */
  async checkInByCard(actor: Actor, id: string, typed: string): Promise<ViewingCheckIn> {
    await this.reader.getViewing(actor, id);
    const personId = await this.people.findByCard(typed);
    if (personId === null) throw new DomainError('viewings.card_unknown', { field: 'cardNumber' });
    return this.entries.checkIn(actor, id, personId, 'card', seesAll(actor));
  }

  /**
   * Enters people from the paper roster. @throws DomainError platform.not_found for people the actor may not look up
   */
  async enterFromRoster(actor: Actor, id: string, personIds: readonly string[]): Promise<GroupViewingView> {
    const { videoId } = await this.reader.getViewing(actor, id);
    const wanted = new Set(personIds);
    const allowed = await this.candidates.allowedAmong(actor, videoId, [...wanted]);
    if (allowed.length < wanted.size) throw new DomainError('platform.not_found');
    await this.transactions.run(() => this.entries.enter(actor, id, allowed, 'roster', seesAll(actor)));
    return this.reader.view(actor, id);
  }

  /** Removes a person from the list, with a reason; the credit is revoked. */
  async remove(actor: Actor, id: string, personId: string, reason: string): Promise<GroupViewingView> {
    await this.reader.getViewing(actor, id);
    await this.transactions.run(() => this.entries.remove(actor, id, personId, reason));
    return this.reader.view(actor, id);
  }
}
