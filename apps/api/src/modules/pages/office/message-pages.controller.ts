import type { NotificationListQuery } from '@kizuna/shared/contracts/notifications';
import type { LettersQuery } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { Controller } from '@nestjs/common';

import { Handles } from '../../../platform/http/index.js';
import { MessagePagesReader } from './message-pages.reader.js';

@Controller()
export class MessagePagesController {
  constructor(private readonly pages: MessagePagesReader) {}

  @Handles(pagesOfficeEndpoints.getNotificationsPage)
  getNotificationsPage(query: NotificationListQuery) {
    return this.pages.getNotificationsPage(query);
  }

  @Handles(pagesOfficeEndpoints.getLettersPage)
  getLettersPage({ id }: LettersQuery) {
    return this.pages.getLettersPage(id);
  }
}
