import type { CardSignInBody } from '@kizuna/shared/contracts/people';
import type { ViewingCheckIn, ViewingDoor } from '@kizuna/shared/contracts/viewings';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { CardVerifier, PeopleReader } from '../people/index.js';
import { VideoShowableReader } from '../video/index.js';
import { ViewingsDoorReader, type DoorRow } from './viewings.door.reader.js';
import { ViewingsEntriesService } from './viewings.entries.service.js';
import { checkInWindow, doorOf } from './viewings.policy.js';

/** The check-in by the QR code on the screen: people use their phones, only around the time of the showing. */
@Injectable()
export class ViewingsDoorService {
  constructor(
    private readonly reader: ViewingsDoorReader,
    private readonly entries: ViewingsEntriesService,
    private readonly films: VideoShowableReader,
    private readonly people: PeopleReader,
    private readonly proof: CardVerifier,
    private readonly clock: Clock,
  ) {}

  /** The page shown on a phone. @throws DomainError platform.not_found for an unknown code */
  async show(actor: Actor, code: string): Promise<ViewingDoor> {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const row = await this.reader.find(code, personId);
    const { from, until } = checkInWindow(row);
    const [films, person] = await Promise.all([
      this.films.findFilms([row.videoId]),
      personId === null ? null : this.people.getPerson(personId),
    ]);
    return {
      filmTitle: films.get(row.videoId)?.title ?? '',
      association: row.association,
      place: row.place,
      heldOn: row.heldOn,
      startsAt: row.startsAt.toISOString(),
      checkInFrom: from.toISOString(),
      checkInUntil: until.toISOString(),
      door: doorOf(row, this.clock.now()),
      me: person && { name: person.name, recordedAt: row.recordedAt?.toISOString() ?? null },
    };
  }

  /** Checks in the signed-in person. Repeated: the same record. @throws DomainError viewings.outside_window */
  async checkIn(actor: Actor, code: string): Promise<ViewingCheckIn> {
    const { personId } = personOf(actor);
    return this.enter(actor, code, personId);
  }

  /**
   * Checks in the owner of a 受講カード without signing in, so that a phone can be handed round.
   * @throws DomainError viewings.outside_window; as CardVerifier.prove
   */
  async checkInByCard(
    actor: Actor,
    code: string,
    body: CardSignInBody,
    address: string,
  ): Promise<ViewingCheckIn> {
    await this.openDoor(code);
    return this.enter(actor, code, await this.proof.prove(body, address));
  }

  private async enter(actor: Actor, code: string, personId: string): Promise<ViewingCheckIn> {
    const { id } = await this.openDoor(code);
    return this.entries.checkIn(actor, id, personId, 'phone', false);
  }

  /** Only open around the showing: a photograph of the code is useless at home later. */
  private async openDoor(code: string): Promise<DoorRow> {
    const row = await this.reader.find(code, null);
    const door = doorOf(row, this.clock.now());
    if (door === 'cancelled') throw new DomainError('viewings.cancelled');
    if (door !== 'open') throw new DomainError('viewings.outside_window');
    return row;
  }
}
