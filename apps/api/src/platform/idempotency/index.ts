export { Commands } from './commands.js';
export { IdempotencyKeyEntity } from './idempotency-key.entity.js';
