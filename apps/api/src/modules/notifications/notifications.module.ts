import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CertificationModule } from '../certification/index.js';
import { CoursesModule } from '../courses/index.js';
import { EnrolmentModule } from '../enrolment/index.js';
import { PeopleModule } from '../people/index.js';
import { SupportersModule } from '../supporters/index.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsDelivery } from './notifications.delivery.service.js';
import { NotificationEntity } from './notifications.entity.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { SupporterSubscriptions } from './notifications.supporter.subscriptions.js';
import { NotificationsSubscriptions } from './notifications.subscriptions.js';
import { ToldFacts } from './notifications.told-facts.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([NotificationEntity]),
    PeopleModule,
    CoursesModule,
    EnrolmentModule,
    CertificationModule,
    SupportersModule,
  ],
  controllers: [NotificationsController],
  providers: [
    NotificationsDelivery,
    NotificationsReader,
    NotificationsRepository,
    NotificationsService,
    NotificationsSubscriptions,
    SupporterSubscriptions,
    ToldFacts,
  ],
})
export class NotificationsModule {}
