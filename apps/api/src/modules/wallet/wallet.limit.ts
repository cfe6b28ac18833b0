import type { RateLimit } from '../../platform/limits/index.js';

/** Codes and tokens of wallets cannot be guessed; this ends the trying. */
export const walletLimit: RateLimit = {
  name: 'wallet',
  tries: 60,
  windowSeconds: 600,
  code: 'verification.limited',
};
