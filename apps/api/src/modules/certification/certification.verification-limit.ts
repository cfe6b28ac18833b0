import type { RateLimit } from '../../platform/limits/index.js';

/** Enough for a hall behind one address in which many mistype; why so many: docs/adr/0027. */
export const verificationLimit: RateLimit = {
  name: 'verification',
  tries: 60,
  windowSeconds: 600,
  code: 'certification.verification_limited',
};

/** Codes and tokens of wallets cannot be guessed; this ends the trying. */
export const walletLimit: RateLimit = {
  name: 'wallet',
  tries: 60,
  windowSeconds: 600,
  code: 'certification.verification_limited',
};
