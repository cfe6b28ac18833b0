export { ReportingModule } from './reporting.module.js';
export { ReportingReader } from './reporting.reader.js';
