import { addDays, civilDateOf, instantOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { systemActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { RegistrationDraftRepository } from './registration/registration-draft.repository.js';
import { SupportersDueReader } from './supporters.due.reader.js';
import { SupportersHistoryService } from './supporters.history.service.js';
import { isOverdue, leaveChange, reminderDue, type SupporterTerms } from './supporters.policy.js';
import { SupportersRepository, type SupporterRecord } from './supporters.repository.js';
import { noLeave } from './supporters.service.js';

const actor = systemActor('supporters.passTheDay');
const draftDays = 90;

/** Daily work: leaves begin and end, renewal reminders are sent, registrations expire. */
@Injectable()
export class SupportersDailyService implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly supporters: SupportersRepository,
    private readonly drafts: RegistrationDraftRepository,
    private readonly due: SupportersDueReader,
    private readonly history: SupportersHistoryService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('supporters.passTheDay', '5 0 * * *', () => this.passTheDay());
    // Mail is read in the daytime: reminders due at midnight are sent in the morning
    this.jobs.every('supporters.remind', '0 9 * * *', () => this.remind());
  }

  /** Applies leaves and expiries of the day; running it again on the same day changes nothing. */
  async passTheDay(): Promise<void> {
    const today = this.today();
    const terms = await this.due.terms();
    for (const id of await this.due.withLeaveChange(today))
      await this.each(id, (supporter) => this.passLeave(supporter, today));
    for (const id of await this.due.overdue(addDays(today, -terms.graceDays)))
      await this.each(id, (supporter) => this.expire(supporter, today, terms));
    await this.transactions.run(() => this.drafts.forget(instantOf(addDays(today, -draftDays))));
  }

  /** Reminds everyone whose renewal is due, each reminder once per expiry date. */
  async remind(): Promise<void> {
    const today = this.today();
    const terms = await this.due.terms();
    for (const id of await this.due.endingUntil(addDays(today, terms.firstReminderDays), today))
      await this.each(id, async (supporter) => {
        const { validUntil } = supporter;
        if (validUntil === null || !isCurrent(supporter)) return;
        const kind = reminderDue(validUntil, today, terms);
        if (!kind) return;
        if (await this.supporters.noteReminder(id, validUntil, kind, this.clock.now()))
          await this.history.tell('renewalDue', supporter);
      });
  }

  private async passLeave(supporter: SupporterRecord, today: CivilDate): Promise<void> {
    const { leaveFrom, leaveUntil, state } = supporter;
    if (leaveFrom === null) return;
    const change = leaveChange(state, { fromOn: leaveFrom, untilOn: leaveUntil }, today);
    if (change === 'rest') await this.supporters.change(supporter.id, { state: 'on_leave' });
    const over = leaveUntil !== null && today > leaveUntil;
    if (change !== 'come_back' && !(over && state === 'active')) return;
    await this.supporters.change(supporter.id, { state: 'active', ...noLeave });
    await this.history.note(actor, 'returned', { ...supporter, ...noLeave });
  }

  private async expire(supporter: SupporterRecord, today: CivilDate, terms: SupporterTerms): Promise<void> {
    const { validUntil } = supporter;
    if (validUntil === null || !isCurrent(supporter) || !isOverdue(validUntil, today, terms)) return;
    await this.supporters.change(supporter.id, { state: 'expired', ...noLeave, endedOn: today });
    await this.history.note(actor, 'expired', supporter);
  }

  /** One transaction per supporter: a failure for one does not hold up the others for long. */
  private async each(id: string, work: (supporter: SupporterRecord) => Promise<void>): Promise<void> {
    await this.transactions.run(async () => {
      const supporter = await this.supporters.lock(id);
      if (supporter) await work(supporter);
    });
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

function isCurrent({ state }: SupporterRecord): boolean {
  return state === 'active' || state === 'on_leave';
}
