import type { NotificationKind } from '@kizuna/shared/vocabulary/notifications';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox, type OutboxEvent } from '../../platform/outbox/index.js';
import {
  certificateIssued,
  certificateReissued,
  type CertificateIssued,
  type CertificateReissued,
} from '../certification/index.js';
import { CoursesReader } from '../courses/index.js';
import { EnrolmentReader, enrolmentEvents, type EnrolmentEvent } from '../enrolment/index.js';
import {
  InvitationService,
  invitationRequested,
  passwordResetRequested,
  PeopleReader,
  type PasswordMailRequested,
} from '../people/index.js';
import { NotificationsFacts } from './notifications.facts.js';
import { certificateEffect, channelFor } from './notifications.policy.js';
import { NotificationsService } from './notifications.service.js';
import type { MessageFacts } from './notifications.message.js';

const kindOf: Record<keyof typeof enrolmentEvents, NotificationKind> = {
  applicationReceived: 'application_received',
  applicationWaitlisted: 'application_waitlisted',
  seatOffered: 'seat_offered',
  confirmed: 'enrolment_confirmed',
  declined: 'enrolment_declined',
  cancelled: 'enrolment_cancelled',
  withdrawn: 'enrolment_withdrawn',
};

/** Turns events of the lower modules into messages. Rows are written in the event's own transaction: exactly once. */
@Injectable()
export class NotificationsSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly service: NotificationsService,
    private readonly people: PeopleReader,
    private readonly invitations: InvitationService,
    private readonly courses: CoursesReader,
    private readonly enrolments: EnrolmentReader,
    private readonly told: NotificationsFacts,
  ) {}

  onModuleInit(): void {
    for (const [fact, kind] of Object.entries(kindOf)) {
      const type = enrolmentEvents[fact as keyof typeof enrolmentEvents];
      this.outbox.subscribe<EnrolmentEvent>(type, `notifications.${kind}`, (event) =>
        this.tellEnrolment(event, kind),
      );
    }
    this.outbox.subscribe<CertificateIssued>(certificateIssued, 'notifications.certificate_issued', (event) =>
      this.tellCertificate(event, 'certificate_issued'),
    );
    this.outbox.subscribe<CertificateReissued>(
      certificateReissued,
      'notifications.certificate_reissued',
      (event) => this.tellCertificate(event, 'certificate_reissued'),
    );
    for (const [type, kind] of [
      [passwordResetRequested, 'password_reset'],
      [invitationRequested, 'invitation'],
    ] as const) {
      this.outbox.subscribe<PasswordMailRequested>(type, `notifications.${kind}`, (event) =>
        this.tellSecret(event, kind),
      );
    }
  }

  private async tellEnrolment(event: OutboxEvent<EnrolmentEvent>, kind: NotificationKind) {
    const { personId, enrolmentId, courseRunId, receptionNumber, waitingPosition } = event.payload;
    const [person, run, reply] = await Promise.all([
      this.people.getPerson(personId),
      this.courses.findRun(courseRunId),
      this.enrolments.replyWishOf(enrolmentId),
    ]);
    const invited = kind === 'enrolment_confirmed' && (await this.invitations.inviteWherePossible(personId));
    const facts: MessageFacts = {
      ...this.told.ofPerson(person, invited),
      ...this.told.ofRun(run),
      receptionNumber,
      ...(waitingPosition === null ? {} : { waitingPosition }),
      ...(reply.statusReason === null ? {} : { reason: reply.statusReason }),
    };
    // The address given for the reply takes precedence, even if the person's record has another
    const mailAddress = reply.mailAddress ?? person.email;
    const channel = channelFor(reply.replyBy, mailAddress);
    await this.service.write({
      personId,
      kind,
      channel,
      mailAddress,
      facts,
      effectKey: `${kind}:${event.id}`,
    });
  }

  private async tellCertificate(
    event: OutboxEvent<CertificateIssued | CertificateReissued>,
    kind: 'certificate_issued' | 'certificate_reissued',
  ) {
    const { personId, enrolmentId, courseTitle, runName, number } = event.payload;
    const [person, reply] = await Promise.all([
      this.people.getPerson(personId),
      this.enrolments.replyWishOf(enrolmentId),
    ]);
    // Months after the application: the current address takes precedence, and a request for letters still counts
    const mailAddress = person.email ?? reply.mailAddress;
    const channel = channelFor(reply.replyBy, mailAddress);
    // People who get letters receive the new certificate in the same envelope
    if (kind === 'certificate_reissued' && channel === 'letter') return;
    const facts = { ...this.told.ofPerson(person, false), courseTitle, runName, certificateNumber: number };
    await this.service.write({
      personId,
      kind,
      channel,
      mailAddress,
      facts,
      effectKey: certificateEffect(event.payload.certificateId),
    });
  }

  private async tellSecret(event: OutboxEvent<PasswordMailRequested>, kind: 'password_reset' | 'invitation') {
    const { personId, name, email } = event.payload;
    const facts = { ...this.told.nobody(name), secret: this.told.secretOf(event.payload) };
    await this.service.write({
      personId,
      kind,
      channel: 'mail',
      mailAddress: email,
      facts,
      effectKey: `${kind}:${event.id}`,
    });
  }
}
