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
    const [view] = await this.getViews([id]);
    return view!;
  }

  /** Several in the order of the ids. @throws platform.not_found where one of them is unknown */
  async getViews(ids: readonly string[]): Promise<NotificationView[]> {
    const rows = await this.sql.query<Row>(
      `SELECT ${columns} FROM notifications WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const views = new Map<string, NotificationView>(
      (await this.toViews(rows)).map((view) => [view.notificationId, view]),
    );
    return ids.map((id) => {
      const view = views.get(id);
      if (!view) throw new DomainError('platform.not_found');
      return view;
    });
  }

  /** The letters that wait to be printed, the oldest first. */
  async listWaitingLetters(limit: number): Promise<NotificationView[]> {
    const rows = await this.sql.query<Row>(
      `SELECT ${columns} FROM notifications WHERE channel = 'letter' AND state = 'queued' ORDER BY id LIMIT $1`,
      [limit],
    );
    return this.toViews(rows);
  }

  /** What the office has to do with: mail that failed, letters that wait. */
  async openCounts(): Promise<{ failed: number; letters: number }> {
    const row = await this.sql.one<{ failed: number; letters: number }>(
      `SELECT count(*) FILTER (WHERE channel = 'mail' AND state = 'failed')::int AS failed,
         count(*) FILTER (WHERE channel = 'letter' AND state = 'queued')::int AS letters
       FROM notifications WHERE state IN ('failed', 'queued')`,
    );
    return row!;
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

  private async toViews(rows: readonly Row[]): Promise<NotificationView[]> {
    const contacts = await this.people.findPeople(rows.flatMap(({ personId }) => personId ?? []));
    return rows.map((row) => {
      const contact = contacts.get(row.personId ?? '');
      return {
        ...toRow(row),
        body: row.body,
        postalCode: contact?.postalCode ?? null,
        address: contact?.address ?? null,
        can: officeActions({ ...row, mailAddress: row.to }),
      };
    });
  }
}

function toRow(row: Omit<Row, 'body'>) {
  return { ...row, createdAt: row.createdAt.toISOString(), sentAt: row.sentAt?.toISOString() ?? null };
}

function uuidOrNull(cursor: string | undefined): string | null {
  return cursor !== undefined && /^[0-9a-f-]{36}$/i.test(cursor) ? cursor : null;
}
