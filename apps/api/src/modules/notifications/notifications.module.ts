import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ActivitiesModule } from '../activities/index.js';
import { LedgerModule } from '../ledger/index.js';
import { CertificationModule } from '../certification/index.js';
import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { SupportersModule } from '../supporters/index.js';
import { NotificationEntity } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsDeliveryService } from './notifications.delivery.service.js';
import { NotificationsFacts } from './notifications.facts.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsSubscriber } from './notifications.subscriber.js';
import { NotificationsSupporterSubscriber } from './notifications.supporter.subscriber.js';

@Module({
  imports: [
    ActivitiesModule,
    LedgerModule,
    TypeOrmModule.forFeature([NotificationEntity]),
    PeopleModule,
    CoursesModule,
    EnrolmentModule,
    CertificationModule,
    SupportersModule,
  ],
  controllers: [NotificationsController],
  providers: [
    NotificationsDeliveryService,
    NotificationsReader,
    NotificationsRepository,
    NotificationsService,
    NotificationsSubscriber,
    NotificationsSupporterSubscriber,
    NotificationsFacts,
  ],
  exports: [NotificationsReader],
})
export class NotificationsModule {}
