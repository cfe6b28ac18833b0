import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AppConfig } from '../config/app-config.js';
import { AmbientTransaction } from './ambient-transaction.js';
import { dataSourceOptions } from './database.options.js';
import { Sql } from './sql.js';
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
  providers: [AmbientTransaction, Transactions, Sql],
  exports: [Transactions, Sql],
})
export class DatabaseModule {}
