import type { RateLimit } from '../../platform/limits/index.js';

/** Wallet codes and tokens cannot be guessed; this limit stops attempts. */
export const walletLimit: RateLimit = {
  name: 'wallet',
  tries: 60,
  windowSeconds: 600,
  code: 'verification.limited',
};
