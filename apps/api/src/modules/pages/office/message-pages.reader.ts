import type { NotificationListQuery } from '@kizuna/shared/contracts/notifications';
import { mostLetters, type LettersPage, type NotificationsPage } from '@kizuna/shared/contracts/pages.office';
import { Injectable } from '@nestjs/common';

import { NotificationsReader } from '../../notifications/index.js';

/** The office's pages of mail and letters. */
@Injectable()
export class MessagePagesReader {
  constructor(private readonly messages: NotificationsReader) {}

  /** Everything that was sent, and what is left to do with it. */
  async getNotificationsPage(query: NotificationListQuery): Promise<NotificationsPage> {
    const [list, counts] = await Promise.all([this.messages.list(query), this.messages.openCounts()]);
    return { list, counts };
  }

  /** Letters to print: those asked for, else those that wait. @throws DomainError platform.not_found */
  async getLettersPage(ids: readonly string[]): Promise<LettersPage> {
    const asked = ids.length > 0;
    return {
      letters: asked
        ? await this.messages.getViews(ids)
        : await this.messages.listWaitingLetters(mostLetters),
    };
  }
}
