import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { Clock } from '../../platform/clock/clock.js';
import { Sql, Transactions } from '../../platform/database/index.js';
import { addAccounts, countResidents, insertResidents, refreshStatistics } from './residents.repository.js';

/** Rows per statement: few enough to stay within the statement timeout. */
const batch = 5_000;
/** Residents with an account, for measuring sign-in. */
const accounts = 2_000;

/** Adds residents until there are `wanted` of them, in batches, with SQL only. */
export async function addResidents(app: NestFastifyApplication, wanted: number): Promise<void> {
  const now = app.get(Clock).now();
  const transactions = app.get(Transactions);
  for (;;) {
    const there = await transactions.run(() => countResidents(app.get(Sql)));
    if (there >= wanted) break;
    const last = Math.min(there + batch, wanted);
    await transactions.run(() => insertResidents(app.get(Sql), there + 1, last, now));
  }
  await transactions.run(() => addAccounts(app.get(Sql), accounts, now));
  await transactions.run(() => refreshStatistics(app.get(Sql)));
}
