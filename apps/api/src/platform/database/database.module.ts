import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AppConfig } from '../config/app-config.js';
import { dataSourceOptions } from './database.options.js';
import { Reads } from './reads.js';
import { SingleWrites } from './single-writes.js';
import { Transactions } from './transactions.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [AppConfig],
      useFactory: (config: AppConfig) => ({
        ...dataSourceOptions(config),
        autoLoadEntities: true,
        retryAttempts: 10,
        retryDelay: 1000,
      }),
    }),
  ],
  providers: [Transactions, Reads, SingleWrites],
  exports: [Transactions, Reads, SingleWrites],
})
export class DatabaseModule {}
