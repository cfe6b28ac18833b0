export { InsightModule } from './insight.module.js';
export { InsightReader } from './insight.reader.js';
