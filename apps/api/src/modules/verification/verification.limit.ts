import type { RateLimit } from '../../platform/limits/index.js';

/** Enough for a hall behind one address in which many mistype; why so many: docs/adr/0027. */
export const verificationLimit: RateLimit = {
  name: 'verification',
  tries: 60,
  windowSeconds: 600,
  code: 'verification.limited',
};
