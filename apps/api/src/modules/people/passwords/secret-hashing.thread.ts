import { hashSync, verifySync, type Options } from '@node-rs/argon2';

import { inBackground } from '../../../platform/threads/index.js';

/** OWASP's first recommendation: Argon2id (algorithm 2), 19 MiB, two passes, parallelism 1. */
const options: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A secret to hash, or to compare with a stored hash. */
export interface HashingTask {
  secret: string;
  stored?: string;
}

export default inBackground(({ secret, stored }: HashingTask): string | boolean =>
  stored === undefined ? hashSync(secret, options) : verifySync(stored, secret, options),
);
