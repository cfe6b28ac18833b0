import {
  MyNotificationList,
  MyNotificationView,
  NotificationListQuery,
  NotificationPage,
  NotificationView,
} from '@kizuna/shared/contracts/notifications';
import { notificationId, type NotificationId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly service: NotificationsService,
  ) {}

  @Get('office/notifications')
  @Permit('notification.read')
  @Contract({ response: NotificationPage })
  list(@Query({ schema: NotificationListQuery }) query: NotificationListQuery) {
    return this.reader.list(query);
  }

  @Get('office/notifications/:notificationId')
  @Permit('notification.read')
  @Contract({ response: NotificationView })
  get(@Param('notificationId', { schema: notificationId }) id: NotificationId) {
    return this.reader.getView(id);
  }

  @Post('office/notifications/:notificationId/retry')
  @Permit('notification.send')
  @Contract({ response: NotificationView })
  retry(
    @CurrentActor() actor: Actor,
    @Param('notificationId', { schema: notificationId }) id: NotificationId,
  ) {
    return this.service.retry(actor, id);
  }

  @Post('office/notifications/:notificationId/letter')
  @Permit('notification.send')
  @Contract({ response: NotificationView })
  turnIntoLetter(
    @CurrentActor() actor: Actor,
    @Param('notificationId', { schema: notificationId }) id: NotificationId,
  ) {
    return this.service.turnIntoLetter(actor, id);
  }

  @Post('office/notifications/:notificationId/printed')
  @Permit('notification.send')
  @Contract({ response: NotificationView })
  markPrinted(
    @CurrentActor() actor: Actor,
    @Param('notificationId', { schema: notificationId }) id: NotificationId,
  ) {
    return this.service.markPrinted(actor, id);
  }

  @Get('me/notifications')
  @Permit('notification.self')
  @Contract({ response: MyNotificationList })
  listMine(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Get('me/notifications/:notificationId')
  @Permit('notification.self')
  @Contract({ response: MyNotificationView })
  getMine(
    @CurrentActor() actor: Actor,
    @Param('notificationId', { schema: notificationId }) id: NotificationId,
  ) {
    return this.reader.getMine(actor, id);
  }
}
