import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';

import { Audit, AuditEntryEntity, AuditReader } from './audit/index.js';
import { CrossSiteGuard, PermissionGuard } from './auth/index.js';
import { RouteRegister } from './http/index.js';
import { Clock } from './clock/clock.js';
import { AppConfig } from './config/app-config.js';
import { DatabaseModule } from './database/index.js';
import {
  Delivery,
  DeliveryController,
  DeliveryKeyEntity,
  DeliveryKeys,
  DeliveryReader,
} from './delivery/index.js';
import { HealthController, HealthReader } from './health/index.js';
import { Commands, IdempotencyKeyEntity } from './idempotency/index.js';
import { Ids } from './ids/ids.js';
import { FailedJobsReader, JobEffectEntity, Jobs } from './jobs/index.js';
import { RateLimitEntity, RateLimits } from './limits/index.js';
import { AppLogger } from './log/nest-log.js';
import { Mailer } from './mail/index.js';
import { Outbox, OutboxDispatcher, OutboxEventEntity, OutboxWorker } from './outbox/index.js';
import { PlatformHousekeeping } from './platform.housekeeping.js';
import { BlobStore, openBlobStore } from './storage/index.js';
import { UploadsModule } from './uploads/index.js';

export interface PlatformParts {
  config: AppConfig;
  clock: Clock;
  log: Logger;
}

const services = [
  Ids,
  Outbox,
  Jobs,
  FailedJobsReader,
  Mailer,
  Audit,
  AuditReader,
  Commands,
  Delivery,
  RateLimits,
];

/** Everything below the capabilities. Global: a capability module needs no imports to use it. */
@Module({})
export class PlatformModule {
  static with({ config, clock, log }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DatabaseModule,
        DiscoveryModule,
        UploadsModule,
        TypeOrmModule.forFeature([
          AuditEntryEntity,
          DeliveryKeyEntity,
          IdempotencyKeyEntity,
          JobEffectEntity,
          OutboxEventEntity,
          RateLimitEntity,
        ]),
      ],
      controllers: [HealthController, DeliveryController],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: AppLogger, useValue: log },
        {
          provide: BlobStore,
          useValue: openBlobStore(config),
        },
        ...services,
        DeliveryKeys,
        DeliveryReader,
        OutboxDispatcher,
        OutboxWorker,
        HealthReader,
        PlatformHousekeeping,
        RouteRegister,
        { provide: APP_GUARD, useClass: CrossSiteGuard },
        { provide: APP_GUARD, useClass: PermissionGuard },
      ],
      exports: [
        AppConfig,
        Clock,
        AppLogger,
        BlobStore,
        ...services,
        OutboxDispatcher,
        OutboxWorker,
        RouteRegister,
      ],
    };
  }
}
