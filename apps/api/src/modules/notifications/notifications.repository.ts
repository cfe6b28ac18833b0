import type { NotificationState } from '@kizuna/shared/vocabulary/notifications';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { NotificationEntity } from './notification.entity.js';

/** Queries on `notifications` inside a transaction. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly sql: Sql) {}

  /** Stores a message unless the same event has already caused one. @returns whether it is new */
  async insertOnce(row: Omit<NotificationEntity, 'attempts' | 'lastError' | 'sentAt'>): Promise<boolean> {
    const inserted = await this.sql.query(
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
  async lock(id: string): Promise<NotificationEntity | null> {
    return this.sql.lockOne(NotificationEntity, { id });
  }

  /** Marks as sent and deletes the secret in the same statement. */
  async markSent(id: string, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE notifications SET state = 'sent', sent_at = $2, secret_body = NULL, attempts = attempts + 1,
         last_error = NULL WHERE id = $1`,
      [id, now],
    );
  }

  async markTried(id: string, state: NotificationState, error: string): Promise<void> {
    await this.sql.query(
      `UPDATE notifications SET state = $2, attempts = attempts + 1, last_error = $3 WHERE id = $1`,
      [id, state, error],
    );
  }

  async setState(id: string, state: NotificationState, sentAt: Date | null): Promise<void> {
    await this.sql.query(`UPDATE notifications SET state = $2, sent_at = $3 WHERE id = $1`, [
      id,
      state,
      sentAt,
    ]);
  }

  /** Puts it back into the queue with a fresh set of attempts. */
  async requeue(id: string): Promise<void> {
    await this.sql.query(
      `UPDATE notifications SET state = 'queued', attempts = 0, last_error = NULL WHERE id = $1`,
      [id],
    );
  }

  async turnIntoLetter(id: string): Promise<void> {
    await this.sql.query(
      `UPDATE notifications SET channel = 'letter', state = 'queued', last_error = NULL WHERE id = $1`,
      [id],
    );
  }
}
