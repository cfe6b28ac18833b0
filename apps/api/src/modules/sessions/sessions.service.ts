import type { AttendanceBody, CheckInView, RosterRow, RosterView } from '@kizuna/shared/contracts/sessions';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { ClassSessionOfRun } from '../courses/index.js';
import { PeopleReader } from '../people/index.js';
import { AttendanceRecorder } from './attendance.recorder.js';
import { decideCheckIn, decideMark, isCheckInOpen, mayRecord } from './sessions.policy.js';
import { SessionsReader, timesOf } from './sessions.reader.js';
import { SessionsRepository } from './sessions.repository.js';

/** Records attendance. Every command is idempotent: the same mark again changes nothing. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly attendance: SessionsRepository,
    private readonly reader: SessionsReader,
    private readonly people: PeopleReader,
    private readonly ledger: AttendanceRecorder,
    private readonly clock: Clock,
  ) {}

  /** Marks by hand; changing an existing mark requires a reason. @returns the resulting row */
  async record(
    actor: Actor,
    classSessionId: string,
    enrolmentId: string,
    body: AttendanceBody,
  ): Promise<RosterRow> {
    const day = await this.openDay(actor, classSessionId);
    await this.rowOf(day, (row) => row.enrolmentId === enrolmentId);
    await this.transactions.run(async () => {
      const earlier = await this.attendance.lock(classSessionId, enrolmentId);
      const decision = decideMark(earlier, body.status, body.reason);
      if (decision.kind === 'refused') throw new DomainError(decision.code, { field: 'reason' });
      if (decision.kind === 'unchanged') return;
      await this.ledger.write(actor, day, earlier, {
        enrolmentId,
        status: body.status,
        markedWith: 'hand',
        reason: body.reason ?? null,
        corrections: decision.kind === 'correction' ? decision.corrections : 0,
      });
    });
    return this.rowOf(day, (row) => row.enrolmentId === enrolmentId);
  }

  /** Checks in by card. @returns the record written, or the existing one */
  async checkIn(actor: Actor, classSessionId: string, typed: string): Promise<CheckInView> {
    const day = await this.openDay(actor, classSessionId);
    if (!isCheckInOpen(timesOf(day), this.clock.now())) throw new DomainError('sessions.outside_window');
    const personId = await this.people.findByCard(typed);
    if (personId === null) throw new DomainError('sessions.card_unknown', { field: 'cardNumber' });
    const { enrolmentId } = await this.rowOf(day, (row) => row.personId === personId);
    const alreadyCheckedIn = await this.transactions.run(async () => {
      const earlier = await this.attendance.lock(classSessionId, enrolmentId);
      const decision = decideCheckIn(earlier, timesOf(day), this.clock.now());
      if (decision.alreadyCheckedIn) return true;
      await this.ledger.write(actor, day, earlier, {
        enrolmentId,
        status: decision.status,
        markedWith: 'card',
        reason: null,
        corrections: earlier ? earlier.corrections + 1 : 0,
      });
      return false;
    });
    return { row: await this.rowOf(day, (row) => row.enrolmentId === enrolmentId), alreadyCheckedIn };
  }

  /** Marks everybody without a mark as absent. */
  async markRemainingAbsent(actor: Actor, classSessionId: string): Promise<RosterView> {
    const day = await this.openDay(actor, classSessionId);
    const rows = await this.reader.rosterRows(day);
    // People who attended an earlier date of the same training day are not absent
    const candidates = rows.filter((row) => !row.attendedElsewhere).map((row) => row.enrolmentId);
    await this.transactions.run(async () => {
      for (const enrolmentId of (await this.attendance.unmarkedOf(classSessionId, candidates)).toSorted()) {
        if (await this.attendance.lock(classSessionId, enrolmentId)) continue;
        await this.ledger.write(actor, day, null, {
          enrolmentId,
          status: 'absent',
          markedWith: 'hand',
          reason: null,
          corrections: 0,
        });
      }
    });
    return this.reader.roster(actor, classSessionId);
  }

  private async openDay(actor: Actor, classSessionId: string): Promise<ClassSessionOfRun> {
    const day = await this.reader.getDay(actor, classSessionId);
    if (day.cancelled) throw new DomainError('sessions.cancelled');
    if (!mayRecord(timesOf(day), this.clock.now())) throw new DomainError('sessions.outside_window');
    return day;
  }

  private async rowOf(day: ClassSessionOfRun, wanted: (row: RosterRow) => boolean): Promise<RosterRow> {
    const row = (await this.reader.rosterRows(day)).find(wanted);
    if (!row) throw new DomainError('sessions.not_on_roster');
    return row;
  }
}
