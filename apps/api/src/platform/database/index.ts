export { mapConstraint } from './constraints.js';
export { DatabaseModule } from './database.module.js';
export { dataSourceOptions } from './database.options.js';
export { GatheredLook } from './gathered-look.js';
export { OutsideTransaction } from './outside-transaction.js';
export { noteContentVersion, asCommand, withSharedReads, currentReads, noReads } from './shared-reads.js';
export { Sql } from './sql.js';
export { constraintOf, isDatabaseUnavailable, sqlStateOf } from './sql-state.js';
export { Transactions } from './transactions.js';
