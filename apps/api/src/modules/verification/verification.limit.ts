import type { RateLimit } from '../../platform/limits/index.js';

/** Enough for a hall of people behind one address with many typing errors; for the reason see docs/adr/0027. */
export const verificationLimit: RateLimit = {
  name: 'verification',
  tries: 60,
  windowSeconds: 600,
  code: 'verification.limited',
};
