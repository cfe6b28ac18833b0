import { Injectable } from '@nestjs/common';

import { Sql } from '../database/sql.js';

export interface AuditEntry {
  id: string;
  at: Date;
  actorId: string | null;
  actorKind: string;
  action: string;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/** Reads the audit log. The people module adds the names of actors. */
@Injectable()
export class AuditReader {
  constructor(private readonly sql: Sql) {}

  /** The entries for a subject, newest first. */
  listFor(subjectType: string, subjectId: string, limit = 100): Promise<AuditEntry[]> {
    return this.sql.query<AuditEntry>(
      `SELECT id, at, actor_id AS "actorId", actor_kind AS "actorKind", action, subject_type AS "subjectType",
         subject_id AS "subjectId", before, after, reason
       FROM audit_log WHERE subject_type = $1 AND subject_id = $2 ORDER BY id DESC LIMIT $3`,
      [subjectType, subjectId, limit],
    );
  }
}
