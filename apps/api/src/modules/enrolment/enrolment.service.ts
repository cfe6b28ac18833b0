import type { ConfirmResult } from '@kizuna/shared/contracts/enrolment';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import type { EnrolmentStatus } from '@kizuna/shared/vocabulary/enrolment';
import type { EnrolmentId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Audit, type AuditNote } from '../../platform/audit/index.js';
import { personOf, systemActor, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CoursesSeatsService } from '../courses/index.js';
import { enrolmentEvents, type EnrolmentEvent } from './enrolment.events.js';
import { refusalOf, seatEffectOf, transitions, type Transition } from './enrolment.policy.js';
import { EnrolmentRepository, type EnrolmentRecord } from './enrolment.repository.js';

/** Events by transition; certification publishes completion when it issues the certificate. */
const eventOf: Partial<Record<Transition, string>> = {
  offerSeat: enrolmentEvents.seatOffered,
  confirm: enrolmentEvents.confirmed,
  decline: enrolmentEvents.declined,
  cancel: enrolmentEvents.cancelled,
  withdraw: enrolmentEvents.withdrawn,
};

/** A completion decided by certification. */
export interface Completion {
  enrolmentId: string;
  completedOn: CivilDate;
}

const house = systemActor('enrolment.waitingList');

/**
 * All state transitions of an enrolment. The run's row is always locked before its enrolments, which prevents
 * deadlocks; a command that frees a seat offers it to the first on the waiting list before releasing the lock.
 */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly enrolments: EnrolmentRepository,
    private readonly seats: CoursesSeatsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Withdraws the learner's own enrolment.
   * @throws DomainError platform.not_found for another person's enrolment, enrolment.not_possible_now
   */
  async withdrawMine(actor: Actor, enrolmentId: string, reason: string): Promise<void> {
    const { personId } = personOf(actor);
    await this.transactions.run(() => this.changeOne(actor, enrolmentId, 'withdraw', reason, personId));
  }

  /** The office declines, cancels, or withdraws for a person who called. @returns the application's id */
  decide(
    actor: Actor,
    enrolmentId: string,
    transition: 'decline' | 'cancel' | 'withdraw',
    reason: string,
  ): Promise<string> {
    return this.transactions.run(() => this.changeOne(actor, enrolmentId, transition, reason, null));
  }

  /**
   * Confirms all enrolments that can be confirmed and returns the others. Confirming again changes nothing and sends
   * nothing.
   */
  confirm(actor: Actor, enrolmentIds: readonly EnrolmentId[]): Promise<ConfirmResult> {
    return this.transactions.run(async () => {
      const result: ConfirmResult = { confirmed: [], refused: [] };
      const found = new Map((await this.lock(enrolmentIds)).map((record) => [record.id, record]));
      for (const enrolmentId of new Set(enrolmentIds)) {
        const record = found.get(enrolmentId);
        const code = record ? refusalOf(record.status, 'confirm') : 'platform.not_found';
        if (record && code === null) await this.change(actor, record, 'confirm', null);
        if (code === null || record?.status === 'confirmed') result.confirmed.push(enrolmentId);
        else result.refused.push({ enrolmentId, code });
      }
      return result;
    });
  }

  /** Marks completions decided by certification, which also sends the notifications. Idempotent. */
  async markCompleted(actor: Actor, completions: readonly Completion[]): Promise<void> {
    const records = await this.lock(completions.map(({ enrolmentId }) => enrolmentId));
    if (records.length < completions.length) throw new DomainError('platform.not_found');
    const open = records.filter(({ status }) => status !== 'completed');
    const refusal = open.map(({ status }) => refusalOf(status, 'complete')).find((code) => code !== null);
    if (refusal) throw new DomainError(refusal);
    const marked = new Set(open.map(({ id }) => id));
    await this.enrolments.complete(
      completions.filter(({ enrolmentId }) => marked.has(enrolmentId)),
      this.clock.now(),
    );
    await this.audit.recordAll(open.map((record) => noteOf(actor, record, 'completed')));
  }

  /** Offers free seats to the waiting list in order, as long as there are both. */
  async offerFreeSeats(courseRunId: string): Promise<void> {
    while (await this.seats.takeSeatForWaiting(courseRunId, this.clock.now())) {
      const first = await this.enrolments.lockFirstWaiting(courseRunId);
      await this.change(house, first, 'offerSeat', null);
    }
  }

  /** Cancels all enrolments of a run that does not take place; the learners are notified. */
  async cancelAll(courseRunId: string): Promise<void> {
    await this.seats.lock([courseRunId]);
    for (const record of await this.enrolments.lockActiveOf(courseRunId)) {
      await this.change(systemActor('enrolment.runCancelled'), record, 'cancel', null);
    }
  }

  private async lock(enrolmentIds: readonly string[]): Promise<EnrolmentRecord[]> {
    await this.seats.lock(await this.enrolments.runsOf(enrolmentIds));
    return this.enrolments.lock(enrolmentIds);
  }

  private async changeOne(
    actor: Actor,
    enrolmentId: string,
    transition: Transition,
    reason: string,
    ownerId: string | null,
  ): Promise<string> {
    const [record] = await this.lock([enrolmentId]);
    if (!record || (ownerId !== null && record.personId !== ownerId))
      throw new DomainError('platform.not_found');
    // A second tap on the same button is not an error
    if (record.status !== transitions[transition].to) await this.change(actor, record, transition, reason);
    return record.applicationId;
  }

  private async change(
    actor: Actor,
    record: EnrolmentRecord,
    transition: Transition,
    reason: string | null,
  ): Promise<void> {
    const refusal = refusalOf(record.status, transition);
    if (refusal) throw new DomainError(refusal);
    const { to } = transitions[transition];
    const now = this.clock.now();
    await this.enrolments.setStatus(record.id, {
      status: to,
      statusChangedAt: now,
      statusReason: reason,
      ...(to === 'confirmed' ? { confirmedAt: now } : {}),
    });
    await this.audit.record({ ...noteOf(actor, record, to), ...(reason ? { reason } : {}) });
    await this.publish(record, transition);
    await this.moveLine(record, transition);
  }

  private async publish(record: EnrolmentRecord, transition: Transition): Promise<void> {
    const type = eventOf[transition];
    if (type === undefined) return;
    const { id: enrolmentId, applicationId, personId, courseRunId, receptionNumber } = record;
    const payload = {
      enrolmentId,
      applicationId,
      personId,
      courseRunId,
      receptionNumber,
      waitingPosition: null,
    };
    await this.outbox.add<EnrolmentEvent>({ type, payload, subjectId: enrolmentId });
  }

  private async moveLine(record: EnrolmentRecord, transition: Transition): Promise<void> {
    const effect = seatEffectOf(record.status, transitions[transition].to);
    if (effect === 'leaves_waiting') await this.seats.leaveWaitingList(record.courseRunId);
    if (effect !== 'frees_seat') return;
    await this.seats.release(record.courseRunId);
    await this.offerFreeSeats(record.courseRunId);
  }
}

function noteOf(actor: Actor, record: EnrolmentRecord, to: EnrolmentStatus): AuditNote {
  return {
    actor,
    action: `enrolment.${to}`,
    subjectType: 'enrolment',
    subjectId: record.id,
    before: { status: record.status },
    after: { status: to },
  };
}
