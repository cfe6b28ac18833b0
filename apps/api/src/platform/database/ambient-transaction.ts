import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable } from '@nestjs/common';

import type { OpenTransaction } from './open-transaction.js';

/** The transaction that the running code belongs to. Known to Transactions and Sql only. */
@Injectable()
export class AmbientTransaction {
  private readonly storage = new AsyncLocalStorage<OpenTransaction>();

  /** The open transaction, or undefined outside of one. */
  current(): OpenTransaction | undefined {
    return this.storage.getStore();
  }

  /** Runs work, and everything that it calls, as part of the transaction. */
  run<T>(transaction: OpenTransaction, work: () => Promise<T>): Promise<T> {
    return this.storage.run(transaction, work);
  }
}
