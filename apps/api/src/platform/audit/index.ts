export { AuditEntryEntity } from './audit-entry.entity.js';
export { Audit, type AuditNote } from './audit.js';
export { AuditReader, type AuditEntry } from './audit.reader.js';
