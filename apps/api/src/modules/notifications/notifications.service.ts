import type { NotificationView } from '@kizuna/shared/contracts/notifications';
import { comparableText } from '@kizuna/shared/rules/text';
import type { NotificationChannel, NotificationKind } from '@kizuna/shared/vocabulary/notifications';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import type { NotificationEntity } from './notification.entity.js';
import { NotificationsDeliveryService } from './notifications.delivery.service.js';
import { officeActions } from './notifications.policy.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsRepository } from './notifications.repository.js';
import type { MessageFacts } from './notifications.message.js';
import { composeBlotted, composeMessage } from './notifications.templates.js';

export interface NewMessage {
  personId: string | null;
  kind: NotificationKind;
  channel: NotificationChannel;
  mailAddress: string | null;
  facts: MessageFacts;
  effectKey: string;
}

/** Writes messages and lets the office deal with those that failed. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly notifications: NotificationsRepository,
    private readonly delivery: NotificationsDeliveryService,
    private readonly reader: NotificationsReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes a message in the caller's transaction; a mail is delivered by a job after the commit. */
  async write(message: NewMessage): Promise<void> {
    const kept = composeBlotted(message.kind, message.facts);
    const id = this.ids.next();
    const isNew = await this.notifications.insertOnce({
      id,
      personId: message.personId,
      kind: message.kind,
      channel: message.channel,
      state: 'queued',
      recipientName: message.facts.name,
      searchText: comparableText(message.facts.name),
      mailAddress: message.mailAddress,
      subject: kept.subject,
      body: kept.body,
      secretBody: message.facts.secret ? composeMessage(message.kind, message.facts).body : null,
      effectKey: message.effectKey,
      createdAt: this.clock.now(),
    });
    if (isNew && message.channel === 'mail') await this.delivery.request(id);
  }

  /** Retries a failed mail. */
  retry(actor: Actor, id: string): Promise<NotificationView> {
    return this.change(actor, id, 'notification.retried', 'retry', async () => {
      await this.notifications.requeue(id);
      await this.delivery.request(id);
    });
  }

  /** Turns a failed mail into a letter to print. */
  turnIntoLetter(actor: Actor, id: string): Promise<NotificationView> {
    return this.change(actor, id, 'notification.turned_into_letter', 'toLetter', () =>
      this.notifications.turnIntoLetter(id),
    );
  }

  /** Records that a letter was printed; idempotent. */
  async markPrinted(actor: Actor, id: string): Promise<NotificationView> {
    const before = await this.reader.getView(id);
    if (before.state === 'printed') return before;
    return this.change(actor, id, 'notification.printed', 'markPrinted', () =>
      this.notifications.setState(id, 'printed', this.clock.now()),
    );
  }

  private async change(
    actor: Actor,
    id: string,
    action: string,
    wanted: keyof ReturnType<typeof officeActions>,
    work: () => Promise<void>,
  ): Promise<NotificationView> {
    await this.transactions.run(async () => {
      const row = await this.notifications.lock(id);
      if (!row) throw new DomainError('platform.not_found');
      if (!officeActions(factsOf(row))[wanted]) throw new DomainError('notifications.not_failed');
      await work();
      await this.audit.record({
        actor,
        action,
        subjectType: 'notification',
        subjectId: id,
        before: { channel: row.channel, state: row.state },
      });
    });
    return this.reader.getView(id);
  }
}

function factsOf(row: NotificationEntity) {
  return { ...row, holdsSecret: row.secretBody !== null };
}
