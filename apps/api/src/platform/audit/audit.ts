import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Actor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import { query } from '../database/query.js';
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

/** Writes the audit log, in the transaction of the change itself. */
@Injectable()
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Records one act. Where `before` and `after` are both given, only the fields that differ are kept; nothing is
   * written when they are equal.
   */
  async record(m: EntityManager, note: AuditNote): Promise<void> {
    const change = difference(note.before, note.after);
    if (note.before && note.after && Object.keys(change.after ?? {}).length === 0) return;
    const { actor } = note;
    await query(
      m,
      `INSERT INTO audit_log (id, at, actor_id, actor_kind, action, subject_type, subject_id, before, after, reason,
         request_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11)`,
      [
        this.ids.next(),
        this.clock.now(),
        actor.kind === 'person' ? actor.personId : null,
        actor.kind === 'system' ? `system:${actor.name}` : actor.kind,
        note.action,
        note.subjectType,
        note.subjectId,
        change.before ? JSON.stringify(change.before) : null,
        change.after ? JSON.stringify(change.after) : null,
        note.reason ?? null,
        note.requestId ?? null,
      ],
    );
  }
}

function difference(before?: Record<string, unknown>, after?: Record<string, unknown>) {
  if (!before || !after) return { before, after };
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
