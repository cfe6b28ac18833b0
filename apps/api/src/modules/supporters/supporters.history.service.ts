import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { supporterEvents, type SupporterEvent, type SupporterFact } from './supporters.events.js';
import type { SupporterRecord } from './supporters.repository.js';

const actions = {
  applied: 'supporter.applied',
  confirmed: 'supporter.confirmed',
  renewed: 'supporter.renewed',
  expired: 'supporter.expired',
  onLeave: 'supporter.rested',
  returned: 'supporter.returned',
  ended: 'supporter.ended',
} as const satisfies Partial<Record<SupporterFact, string>>;

/** The supporter data in history entries and events. Dates as `YYYY-MM-DD`. */
export type NotedSupporter = Pick<
  SupporterRecord,
  'id' | 'personId' | 'number' | 'validUntil' | 'leaveFrom' | 'leaveUntil'
>;

/** Records changes of a registration in the person's history and publishes them, in the transaction of the change. */
@Injectable()
export class SupportersHistoryService {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Records a fact and publishes it. */
  async note(
    actor: Actor,
    fact: keyof typeof actions,
    supporter: NotedSupporter,
    reason?: string | null,
  ): Promise<void> {
    const { number, validUntil, leaveFrom, leaveUntil } = supporter;
    await this.audit.record({
      actor,
      action: actions[fact],
      subjectType: 'person',
      subjectId: supporter.personId,
      after: { number, validUntil, ...(fact === 'onLeave' ? { leaveFrom, leaveUntil } : {}) },
      ...(reason ? { reason } : {}),
    });
    await this.tell(fact, supporter, { reason: reason ?? null });
  }

  /**
   * Records changed answers. They matter only to the office's lists and trigger no message, so no event is published.
   */
  async answersChanged(
    actor: Actor,
    personId: string,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<void> {
    const action = 'supporter.answers_changed';
    await this.audit.record({ actor, action, subjectType: 'person', subjectId: personId, before, after });
  }

  /** Publishes only: nothing about the person has changed. */
  async tell(
    fact: SupporterFact,
    supporter: NotedSupporter,
    more: Partial<Pick<SupporterEvent, 'reason' | 'meetingId'>> = {},
  ): Promise<void> {
    const { id, personId, number, validUntil, leaveFrom, leaveUntil } = supporter;
    const payload: SupporterEvent = {
      supporterId: id,
      personId,
      number,
      validUntil,
      leave: leaveFrom === null ? null : { fromOn: leaveFrom, untilOn: leaveUntil },
      reason: null,
      meetingId: null,
      ...more,
    };
    await this.outbox.add({ type: supporterEvents[fact], payload, subjectId: id });
  }
}
