import type {
  MyNotificationList,
  MyNotificationView,
  NotificationListQuery,
  NotificationPage,
  NotificationRow,
  NotificationView,
} from '@kizuna/shared/contracts/notifications';
import { comparableText } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { PeopleReader } from '../people/index.js';
import { officeActions } from './notifications.policy.js';

interface Row extends Omit<NotificationRow, 'createdAt' | 'sentAt'> {
  body: string;
  holdsSecret: boolean;
  createdAt: Date;
  sentAt: Date | null;
}

const columnsOfList = `id AS "notificationId", person_id AS "personId", kind, channel, state, recipient_name AS name,
  mail_address AS "to", subject, secret_body IS NOT NULL AS "holdsSecret", attempts, last_error AS "lastError",
  created_at AS "createdAt", sent_at AS "sentAt"`;
const columns = `${columnsOfList}, body`;

/** Messages for the office's list and for the person's own page. */
@Injectable()
export class NotificationsReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
  ) {}

  /** Newest first, filtered by channel, state and name. */
  async list(q: NotificationListQuery): Promise<NotificationPage> {
    const rows = await this.sql.query<Row>(
      `SELECT ${columns} FROM notifications
       WHERE ($1::text IS NULL OR channel = $1) AND ($2::text IS NULL OR state = $2)
         AND ($3::text IS NULL OR search_text LIKE '%' || $3 || '%')
         AND ($4::uuid IS NULL OR id < $4)
       ORDER BY id DESC LIMIT $5`,
      [
        q.channel ?? null,
        q.state ?? null,
        q.q ? comparableText(q.q) : null,
        uuidOrNull(q.cursor),
        q.limit + 1,
      ],
    );
    const items = rows.slice(0, q.limit).map(toRow);
    return {
      items,
      nextCursor: rows.length > q.limit ? (items.at(-1)?.notificationId ?? null) : null,
    };
  }

  /** One message for the office. @throws platform.not_found */
  async getView(id: string): Promise<NotificationView> {
    const row = await this.sql.one<Row>(`SELECT ${columns} FROM notifications WHERE id = $1`, [id]);
    if (!row) throw new DomainError('platform.not_found');
    const contact = row.personId === null ? null : await this.people.findPerson(row.personId);
    return {
      ...toRow(row),
      body: row.body,
      postalCode: contact?.postalCode ?? null,
      address: contact?.address ?? null,
      can: officeActions({ ...row, mailAddress: row.to }),
    };
  }

  /** Every message to the person, newest first; one-time codes are already redacted. */
  async listMine(actor: Actor): Promise<MyNotificationList> {
    const { personId } = personOf(actor);
    const rows = await this.sql.prepared<Omit<Row, 'body'>>(
      'notifications.mine',
      `SELECT ${columnsOfList} FROM notifications WHERE person_id = $1 ORDER BY id DESC LIMIT 100`,
      [personId],
    );
    return { items: rows.map(toRow) };
  }

  /** One of the person's own messages. @throws platform.not_found for anyone else's */
  async getMine(actor: Actor, id: string): Promise<MyNotificationView> {
    const { personId } = personOf(actor);
    const row = await this.sql.one<Row>(
      `SELECT ${columns} FROM notifications WHERE id = $1 AND person_id = $2`,
      [id, personId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return { ...toRow(row), body: row.body };
  }
}

function toRow(row: Omit<Row, 'body'>) {
  return { ...row, createdAt: row.createdAt.toISOString(), sentAt: row.sentAt?.toISOString() ?? null };
}

function uuidOrNull(cursor: string | undefined): string | null {
  return cursor !== undefined && /^[0-9a-f-]{36}$/i.test(cursor) ? cursor : null;
}
