import type { NotificationState } from '@kizuna/shared/vocabulary/notifications';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { query } from '../../platform/database/index.js';
import { NotificationEntity } from './notification.entity.js';

/** Queries of `notifications` inside a transaction. */
@Injectable()
export class NotificationsRepository {
  /** Stores a message unless the same fact has made one already. @returns whether it is new */
  async insertOnce(
    m: EntityManager,
    row: Omit<NotificationEntity, 'attempts' | 'lastError' | 'sentAt'>,
  ): Promise<boolean> {
    const inserted = await query(
      m,
      `INSERT INTO notifications (id, person_id, kind, channel, state, recipient_name, search_text, mail_address,
         subject, body, secret_body, effect_key, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT ON CONSTRAINT uq_notifications_effect DO NOTHING RETURNING id`,
      [
        row.id,
        row.personId,
        row.kind,
        row.channel,
        row.state,
        row.recipientName,
        row.searchText,
        row.mailAddress,
        row.subject,
        row.body,
        row.secretBody,
        row.effectKey,
        row.createdAt,
      ],
    );
    return inserted.length === 1;
  }

  /** The message, locked, so that two workers never send it at once. */
  async lock(m: EntityManager, id: string): Promise<NotificationEntity | null> {
    return m.findOne(NotificationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Sent: the secret is forgotten in the same statement. */
  async markSent(m: EntityManager, id: string, now: Date): Promise<void> {
    await query(
      m,
      `UPDATE notifications SET state = 'sent', sent_at = $2, secret_body = NULL, attempts = attempts + 1,
         last_error = NULL WHERE id = $1`,
      [id, now],
    );
  }

  async markTried(m: EntityManager, id: string, state: NotificationState, error: string): Promise<void> {
    await query(
      m,
      `UPDATE notifications SET state = $2, attempts = attempts + 1, last_error = $3 WHERE id = $1`,
      [id, state, error],
    );
  }

  async setState(m: EntityManager, id: string, state: NotificationState, sentAt: Date | null): Promise<void> {
    await query(m, `UPDATE notifications SET state = $2, sent_at = $3 WHERE id = $1`, [id, state, sentAt]);
  }

  /** Back into the queue, to be tried afresh. */
  async requeue(m: EntityManager, id: string): Promise<void> {
    await query(
      m,
      `UPDATE notifications SET state = 'queued', attempts = 0, last_error = NULL WHERE id = $1`,
      [id],
    );
  }

  async turnIntoLetter(m: EntityManager, id: string): Promise<void> {
    await query(
      m,
      `UPDATE notifications SET channel = 'letter', state = 'queued', last_error = NULL WHERE id = $1`,
      [id],
    );
  }
}
