export { RateLimitEntity } from './rate-limit.entity.js';
export { RateLimits, type RateLimit } from './rate-limits.js';
