import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Mailer, MailFailed } from '../../platform/mail/index.js';
import { CertificateDeliveryService } from '../ledger/index.js';
import type { NotificationEntity } from './notification.entity.js';
import { afterFailure, certificateOfEffect } from './notifications.policy.js';
import { NotificationsRepository } from './notifications.repository.js';

const sendMail = 'notifications.sendMail';

/** Hands mail to the SMTP server. At least once; the row lock keeps two workers from sending the same mail at once. */
@Injectable()
export class NotificationsDeliveryService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly transactions: Transactions,
    private readonly notifications: NotificationsRepository,
    private readonly certificates: CertificateDeliveryService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ notificationId: string }>(sendMail, (job) => this.deliver(job.notificationId), {
      concurrency: 2,
      expireInSeconds: 120,
    });
  }

  /** Requests delivery in the transaction that wrote or requeued the message. */
  async request(notificationId: string): Promise<void> {
    await this.jobs.enqueue(sendMail, { notificationId });
  }

  /** One attempt. Throws if it should be retried later; returns if nothing is left to do. */
  async deliver(notificationId: string): Promise<void> {
    const again = await this.transactions.run(async () => {
      const row = await this.notifications.lock(notificationId);
      if (row?.state !== 'queued' || row.channel !== 'mail' || row.mailAddress === null) return null;
      return this.tryToSend(row, row.mailAddress);
    });
    if (again) throw again;
  }

  private async tryToSend(row: NotificationEntity, to: string): Promise<MailFailed | null> {
    try {
      const text = row.secretBody ?? row.body;
      await this.mailer.send({ to, subject: row.subject, text, messageId: `<${row.id}@kizuna>` });
      await this.notifications.markSent(row.id, this.clock.now());
      const certificateId = certificateOfEffect(row.effectKey);
      if (certificateId !== undefined) await this.certificates.mailed(certificateId);
      return null;
    } catch (error) {
      if (!(error instanceof MailFailed)) throw error;
      const { state, word } = afterFailure(row.attempts + 1, error);
      await this.notifications.markTried(row.id, state, word);
      return state === 'queued' ? error : null;
    }
  }
}
