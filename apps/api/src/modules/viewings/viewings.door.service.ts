import type { CardSignInBody } from '@kizuna/shared/contracts/people';
import type { ViewingCheckIn, ViewingDoor } from '@kizuna/shared/contracts/viewings';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reads } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CardProof, PeopleReader } from '../people/index.js';
import { ShowableFilms } from '../video/index.js';
import { ViewingEntries } from './viewings.entries.service.js';
import { checkInWindow, doorOf, type ViewingTimes } from './viewings.policy.js';

interface DoorRow extends ViewingTimes {
  id: string;
  videoId: string;
  association: string;
  place: string;
  recordedAt: Date | null;
}

/** The door behind the QR code on the screen: people check in with a phone, only around the time of the showing. */
@Injectable()
export class ViewingDoors {
  constructor(
    private readonly reads: Reads,
    private readonly entries: ViewingEntries,
    private readonly films: ShowableFilms,
    private readonly people: PeopleReader,
    private readonly proof: CardProof,
    private readonly clock: Clock,
  ) {}

  /** What a phone shows. @throws DomainError platform.not_found for a code of no showing */
  async show(actor: Actor, code: string): Promise<ViewingDoor> {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const row = await this.find(code, personId);
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

  /** Whoever is signed in was there. Repeated: the same record. @throws DomainError viewings.outside_window */
  async checkIn(actor: Actor, code: string): Promise<ViewingCheckIn> {
    const { personId } = personOf(actor);
    return this.enter(actor, code, personId);
  }

  /**
   * The holder of a 受講カード was there; nobody is signed in by it, so a phone can be handed round.
   * @throws DomainError viewings.outside_window; as CardProof.prove
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

  /** A photograph of the code is of no use at home later. */
  private async openDoor(code: string): Promise<DoorRow> {
    const row = await this.find(code, null);
    const door = doorOf(row, this.clock.now());
    if (door === 'cancelled') throw new DomainError('viewings.cancelled');
    if (door !== 'open') throw new DomainError('viewings.outside_window');
    return row;
  }

  private async find(code: string, personId: string | null): Promise<DoorRow> {
    const row = await this.reads.one<DoorRow>(
      `SELECT v.id, v.video_id AS "videoId", v.association, v.place, v.held_on::text AS "heldOn",
         v.starts_at AS "startsAt", v.ends_at AS "endsAt", v.state, a.recorded_at AS "recordedAt"
       FROM group_viewings v LEFT JOIN group_viewing_attendees a
         ON a.group_viewing_id = v.id AND a.person_id = $2 AND a.removed_at IS NULL
       WHERE v.code = $1`,
      [code, personId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return row;
  }
}
