export { mapConstraint } from './constraints.js';
export { DatabaseModule } from './database.module.js';
export { dataSourceOptions } from './database.options.js';
export { GatheredLook } from './gathered-look.js';
export { execute, query } from './query.js';
export { Reads } from './reads.js';
export { SingleWrites } from './single-writes.js';
export { constraintOf, isDatabaseUnavailable, sqlStateOf } from './sql-state.js';
export { Transactions } from './transactions.js';
