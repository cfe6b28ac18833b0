export { HealthController } from './health.controller.js';
export { HealthReader } from './health.reader.js';
