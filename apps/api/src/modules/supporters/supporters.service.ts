import { randomBytes } from 'node:crypto';

import type { LeaveBody, RenewalBody, SupporterView } from '@kizuna/shared/contracts/supporters';
import { civilDateOf, fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { verifyCodeFrom } from '../ledger/index.js';
import { AnswersCheckService } from './registration/answers-check.service.js';
import { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
import { SupportersHistoryService } from './supporters.history.service.js';
import { formatSupporterNumber } from './supporters.number.policy.js';
import {
  afterTransition,
  isRenewalOpen,
  leaveChange,
  leaveProblem,
  renewedUntil,
  validUntilOf,
  type SupporterTransition,
} from './supporters.policy.js';
import { SupportersReader } from './supporters.reader.js';
import { SupportersRepository, type SupporterRecord } from './supporters.repository.js';
import { SupportersStampsService } from './supporters.stamps.service.js';

/** The commands on a registration. Each is idempotent: repeating it changes nothing. */
@Injectable()
export class SupportersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly supporters: SupportersRepository,
    private readonly answers: AnswersCheckService,
    private readonly settings: SupporterSettingsReader,
    private readonly history: SupportersHistoryService,
    private readonly reader: SupportersReader,
    private readonly time: SupportersStampsService,
  ) {}

  /** Registrations locked in the order of their ids, for commands of other modules. Unknown ids are omitted. */
  lockAll(ids: readonly string[]): Promise<SupporterRecord[]> {
    return this.supporters.lockAll(ids);
  }

  /**
   * The office accepts an application: number and card code are given now. @throws supporters.not_certified if the
   * certificate was revoked meanwhile
   */
  confirm(actor: Actor, id: string): Promise<SupporterView> {
    return this.change(id, async (before) => {
      if (before.state === 'active' && before.leaveFrom === null) return;
      const { state } = allowed(before, 'confirm');
      await this.answers.refuseUnlessCertified(before.personId);
      const confirmedOn = this.today();
      const fiscalYear = fiscalYearOf(confirmedOn);
      const { termYears } = await this.settings.terms();
      const serial = await this.supporters.nextSerial(fiscalYear);
      const change = {
        state,
        confirmedOn,
        confirmedBy: personOf(actor).personId,
        fiscalYear,
        serial,
        number: formatSupporterNumber(fiscalYear, serial),
        cardCode: verifyCodeFrom(randomBytes(10)),
        validUntil: validUntilOf(confirmedOn, termYears),
      };
      await this.supporters.change(id, change);
      await this.history.note(actor, 'confirmed', { ...before, ...change });
    });
  }

  /** The pledge is read and given again, and the registration is extended. A form sent twice renews once. */
  renew(actor: Actor, id: string, body: RenewalBody, way: 'self' | 'paper'): Promise<SupporterView> {
    return this.change(id, async (before) => {
      if (before.validUntil !== null && before.validUntil > body.validUntil) return;
      allowed(before, 'renew');
      const terms = await this.settings.terms();
      if (before.validUntil === null || !isRenewalOpen(before.validUntil, this.today(), terms))
        throw new DomainError('supporters.renewal_not_open');
      await this.answers.refuseOldPledge(body.pledgeVersion);
      const { agreementId, now } = this.time.stamp();
      const validUntil = renewedUntil(before.validUntil, terms.termYears);
      await this.supporters.change(id, { validUntil });
      await this.supporters.addAgreement({
        id: agreementId,
        supporterId: id,
        version: body.pledgeVersion,
        agreedAt: now,
        way,
        occasion: 'renewal',
        recordedBy: way === 'paper' ? personOf(actor).personId : null,
      });
      await this.history.note(actor, 'renewed', { ...before, validUntil });
    });
  }

  /** Starts a leave, from today or later; for someone already on leave, changes its last day. */
  rest(actor: Actor, id: string, body: LeaveBody): Promise<SupporterView> {
    return this.change(id, async (before) => {
      const resting = before.state === 'on_leave';
      allowed(before, 'rest');
      const today = this.today();
      const leave = {
        fromOn: resting ? (before.leaveFrom ?? today) : body.fromOn,
        untilOn: body.untilOn ?? null,
      };
      const problem = leaveProblem(resting ? { ...leave, fromOn: today } : leave, today);
      if (problem) throw new DomainError(problem, { field: resting ? 'untilOn' : 'fromOn' });
      const change = {
        leaveFrom: leave.fromOn,
        leaveUntil: leave.untilOn,
        leaveReason: body.reason ?? (resting ? before.leaveReason : null),
        ...(leaveChange(before.state, leave, today) === 'rest' ? { state: 'on_leave' as const } : {}),
      };
      if (before.leaveFrom === change.leaveFrom && before.leaveUntil === change.leaveUntil) return;
      await this.supporters.change(id, change);
      await this.history.note(actor, 'onLeave', { ...before, ...change }, change.leaveReason);
    });
  }

  /** Ends a leave before its last day, or cancels a planned one. */
  comeBack(actor: Actor, id: string): Promise<SupporterView> {
    return this.change(id, async (before) => {
      if (before.leaveFrom === null) return;
      const { state } = before.state === 'active' ? before : allowed(before, 'come_back');
      await this.supporters.change(id, { state, ...noLeave });
      await this.history.note(actor, 'returned', { ...before, ...noLeave });
    });
  }

  /** Ends a registration, or declines an application. The pledge remains in force. */
  end(actor: Actor, id: string, reason: string | null): Promise<SupporterView> {
    return this.change(id, async (before) => {
      if (before.state === 'ended') return;
      const { state } = allowed(before, 'end');
      await this.supporters.change(id, {
        state,
        ...noLeave,
        endedOn: this.today(),
        endReason: reason,
      });
      await this.history.note(actor, 'ended', before, reason);
    });
  }

  private async change(id: string, work: (before: SupporterRecord) => Promise<void>): Promise<SupporterView> {
    await this.transactions.run(async () => {
      const before = await this.supporters.lock(id);
      if (!before) throw new DomainError('platform.not_found');
      await work(before);
    });
    return this.reader.getView(id);
  }

  private today(): string {
    return civilDateOf(this.time.stamp().now);
  }
}

/** The columns of a leave that is over. */
export const noLeave = { leaveFrom: null, leaveUntil: null, leaveReason: null } as const;

function allowed(supporter: SupporterRecord, transition: SupporterTransition) {
  const after = afterTransition(supporter.state, transition);
  if ('refusal' in after) throw new DomainError(after.refusal);
  return after;
}
