import { civilTimeOf } from '@kizuna/shared/rules/civil-date';
import type { NotificationKind } from '@kizuna/shared/vocabulary/notifications';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox, type OutboxEvent } from '../../platform/outbox/index.js';
import { MeetingReader } from '../activities/index.js';
import { PeopleReader } from '../people/index.js';
import {
  supporterEvents,
  SupportersReader,
  type SupporterEvent,
  type SupporterFact,
} from '../supporters/index.js';
import { NotificationsFacts } from './notifications.facts.js';
import { channelFor } from './notifications.policy.js';
import { NotificationsService } from './notifications.service.js';
import type { ToldSupporter } from './notifications.message.js';

const kindOf: Record<SupporterFact, NotificationKind> = {
  applied: 'supporter_applied',
  confirmed: 'supporter_confirmed',
  renewalDue: 'supporter_renewal_due',
  renewed: 'supporter_renewed',
  expired: 'supporter_expired',
  onLeave: 'supporter_on_leave',
  returned: 'supporter_returned',
  ended: 'supporter_ended',
  invited: 'supporter_meeting',
  meetingCancelled: 'supporter_meeting_cancelled',
};

/** Writes to supporters: by mail if they want that, otherwise by letter. */
@Injectable()
export class NotificationsSupporterSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly service: NotificationsService,
    private readonly people: PeopleReader,
    private readonly supporters: SupportersReader,
    private readonly meetings: MeetingReader,
    private readonly told: NotificationsFacts,
  ) {}

  onModuleInit(): void {
    for (const [fact, kind] of Object.entries(kindOf)) {
      const type = supporterEvents[fact as SupporterFact];
      this.outbox.subscribe<SupporterEvent>(type, `notifications.${kind}`, (event) => this.tell(event, kind));
    }
  }

  private async tell(event: OutboxEvent<SupporterEvent>, kind: NotificationKind) {
    const { supporterId, personId, number, validUntil, leave, reason, meetingId } = event.payload;
    const [person, { contactBy }] = await Promise.all([
      this.people.getPerson(personId),
      this.supporters.getView(supporterId),
    ]);
    const meeting = meetingId === null ? undefined : await this.meetingOf(meetingId);
    await this.service.write({
      personId,
      kind,
      channel: channelFor(contactBy === 'mail' ? 'mail' : 'letter', person.email),
      mailAddress: person.email,
      facts: {
        ...this.told.ofPerson(person, false),
        supporter: { number, validUntil, leave, ...(meeting ? { meeting } : {}) },
        ...(reason === null ? {} : { reason }),
      },
      effectKey: `${kind}:${event.id}`,
    });
  }

  private async meetingOf(meetingId: string): Promise<ToldSupporter['meeting']> {
    const { title, heldOn, startsAt, endsAt, hall, hallAddress, note } =
      await this.meetings.getView(meetingId);
    const [from, to] = [civilTimeOf(new Date(startsAt)), civilTimeOf(new Date(endsAt))];
    return { title, heldOn, from, to, hall, hallAddress, note };
  }
}
