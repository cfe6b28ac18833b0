import type { NotificationListQuery } from '@kizuna/shared/contracts/notifications';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import type { NotificationId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly service: NotificationsService,
  ) {}

  @Handles(notificationsEndpoints.listNotifications)
  listNotifications(query: NotificationListQuery) {
    return this.reader.list(query);
  }

  @Handles(notificationsEndpoints.getNotification)
  getNotification({ notificationId }: { notificationId: NotificationId }) {
    return this.reader.getView(notificationId);
  }

  @Handles(notificationsEndpoints.retryNotification)
  retryNotification({ notificationId }: { notificationId: NotificationId }, @CurrentActor() actor: Actor) {
    return this.service.retry(actor, notificationId);
  }

  @Handles(notificationsEndpoints.turnIntoLetter)
  turnIntoLetter({ notificationId }: { notificationId: NotificationId }, @CurrentActor() actor: Actor) {
    return this.service.turnIntoLetter(actor, notificationId);
  }

  @Handles(notificationsEndpoints.markLetterPrinted)
  markLetterPrinted({ notificationId }: { notificationId: NotificationId }, @CurrentActor() actor: Actor) {
    return this.service.markPrinted(actor, notificationId);
  }

  @Handles(notificationsEndpoints.listOwnNotifications)
  listOwnNotifications(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Handles(notificationsEndpoints.getOwnNotification)
  getOwnNotification({ notificationId }: { notificationId: NotificationId }, @CurrentActor() actor: Actor) {
    return this.reader.getMine(actor, notificationId);
  }
}
