import { Injectable } from '@nestjs/common';

import type { Actor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Ids } from '../ids/ids.js';

export interface AuditNote {
  actor: Actor;
  /** `<subject>.<past tense>`, e.g. `person.edited`. */
  action: string;
  subjectType: string;
  subjectId: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
  requestId?: string;
}

const insert = `INSERT INTO audit_log (id, at, actor_id, actor_kind, action, subject_type, subject_id, before, after, reason, request_id)
  SELECT id, at, actor_id, actor_kind, action, subject_type, subject_id, before, after, reason, request_id
  FROM jsonb_populate_recordset(NULL::audit_log, $1::jsonb)`;

/** Writes the audit log, in the transaction of the change itself. */
@Injectable()
export class Audit {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Records one action. If both `before` and `after` are given, only the fields that differ are stored; nothing is
   * written if they are equal.
   */
  async record(note: AuditNote): Promise<void> {
    await this.recordAll([note]);
  }

  /** Records several actions of one command in order, in one statement. */
  async recordAll(notes: readonly AuditNote[]): Promise<void> {
    const rows = this.rowsOf(notes);
    if (rows.length > 0) await this.sql.query(insert, [JSON.stringify(rows)]);
  }

  /** Records what is not part of a command, such as a look at a record, in a transaction of its own. */
  async recordAlone(note: AuditNote): Promise<void> {
    await this.sql.writeAlone('platform.audit', insert, [JSON.stringify(this.rowsOf([note]))]);
  }

  private rowsOf(notes: readonly AuditNote[]) {
    const at = this.clock.now();
    return notes
      .map((note) => ({ note, change: difference(note.before, note.after) }))
      .filter(({ change }) => !change.nothing)
      .map(({ note, change }) => ({
        id: this.ids.next(),
        at,
        actor_id: note.actor.kind === 'person' ? note.actor.personId : null,
        actor_kind: note.actor.kind === 'system' ? `system:${note.actor.name}` : note.actor.kind,
        action: note.action,
        subject_type: note.subjectType,
        subject_id: note.subjectId,
        before: change.before,
        after: change.after,
        reason: note.reason,
        request_id: note.requestId,
      }));
  }
}

function difference(before?: Record<string, unknown>, after?: Record<string, unknown>) {
  if (!before || !after) return { before, after, nothing: false };
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after), nothing: changed.length === 0 };
}
