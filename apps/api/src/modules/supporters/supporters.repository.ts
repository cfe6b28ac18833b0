import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import type { PledgeOccasion, SupporterState, SupporterWay } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../platform/database/index.js';
import type { AnswerColumns } from './registration/answers.policy.js';
import { SupporterPledgeAgreementEntity } from './supporter-pledge-agreement.entity.js';
import { SupporterEntity } from './supporter.entity.js';

mapConstraint('uq_supporters_current', 'supporters.already_registered');

/** A registration as commands use it; dates as `YYYY-MM-DD`. */
export interface SupporterRecord extends AnswerColumns {
  id: string;
  personId: string;
  state: SupporterState;
  appliedAt: Date;
  appliedBy: SupporterWay;
  number: string | null;
  cardCode: string | null;
  confirmedOn: string | null;
  validUntil: string | null;
  leaveFrom: string | null;
  leaveUntil: string | null;
  leaveReason: string | null;
  endedOn: string | null;
  endReason: string | null;
  revision: number;
  cardPrintedAt: Date | null;
  cardPrintedUntil: string | null;
}

export const supporterColumns = `s.id, s.person_id AS "personId", s.state, s.applied_at AS "appliedAt",
  s.applied_by AS "appliedBy", s.activity_ids AS "activityIds", s.note, s.slots, s.reach,
  s.district_ids AS "districtIds", s.contact_by AS "contactBy", s.emergency_name AS "emergencyName",
  s.emergency_phone AS "emergencyPhone", s.number, s.card_code AS "cardCode", s.confirmed_on::text AS "confirmedOn",
  s.valid_until::text AS "validUntil", s.leave_from::text AS "leaveFrom", s.leave_until::text AS "leaveUntil",
  s.leave_reason AS "leaveReason", s.ended_on::text AS "endedOn", s.end_reason AS "endReason", s.revision,
  s.card_printed_at AS "cardPrintedAt", s.card_printed_until::text AS "cardPrintedUntil"`;

/** A card as printed. */
export type PrintedCard = Pick<SupporterView, 'supporterId' | 'validUntil'>;

/** An agreement to the pledge to record. */
export interface NewAgreement {
  id: string;
  supporterId: string;
  version: number;
  agreedAt: Date;
  way: SupporterWay;
  occasion: PledgeOccasion;
  recordedBy: string | null;
}

/** SQL for `supporters` and the agreements to the pledge, for commands. */
@Injectable()
export class SupportersRepository {
  constructor(private readonly sql: Sql) {}

  /** @throws supporters.already_registered from the unique index of current registrations */
  async insert(supporter: Omit<SupporterEntity, 'fiscalYear' | 'serial' | 'confirmedBy'>): Promise<void> {
    await this.sql.insert(SupporterEntity, supporter);
  }

  /** A registration, locked for this transaction. */
  async lock(id: string): Promise<SupporterRecord | null> {
    const rows = await this.sql.query<SupporterRecord>(
      `SELECT ${supporterColumns} FROM supporters s WHERE s.id = $1 FOR UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Several, locked in the order of their ids, to prevent deadlocks. */
  lockAll(ids: readonly string[]): Promise<SupporterRecord[]> {
    return this.sql.query<SupporterRecord>(
      `SELECT ${supporterColumns} FROM supporters s WHERE s.id = ANY($1::uuid[]) ORDER BY s.id FOR UPDATE`,
      [ids],
    );
  }

  async change(id: string, change: Partial<SupporterEntity>): Promise<void> {
    await this.sql.update(SupporterEntity, { id }, change);
  }

  /** Records that cards were printed, each with its printed expiry date: a renewal may have happened in between. */
  async notePrinted(cards: readonly PrintedCard[], now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE supporters s SET card_printed_at = $3, card_printed_until = card.until
       FROM (SELECT s.id, c.until FROM supporters s JOIN unnest($1::uuid[], $2::date[]) AS c (id, until) ON c.id = s.id
         ORDER BY s.id FOR UPDATE OF s) card
       WHERE s.id = card.id`,
      [cards.map(({ supporterId }) => supporterId), cards.map(({ validUntil }) => validUntil), now],
    );
  }

  async addAgreement(agreement: NewAgreement): Promise<void> {
    await this.sql.insert(SupporterPledgeAgreementEntity, agreement);
  }

  /** The next number of a fiscal year; its row stays locked until the transaction ends, so there are no gaps. */
  async nextSerial(fiscalYear: number): Promise<number> {
    const [row] = await this.sql.query<{ serial: number }>(
      `INSERT INTO supporter_counters (fiscal_year, last_serial) VALUES ($1, 1)
       ON CONFLICT ON CONSTRAINT pk_supporter_counters
       DO UPDATE SET last_serial = supporter_counters.last_serial + 1 RETURNING last_serial AS serial`,
      [fiscalYear],
    );
    return row!.serial;
  }

  /** Records that a reminder is sent now. False if it was sent before. */
  async noteReminder(
    supporterId: string,
    validUntil: string,
    kind: 'first' | 'second',
    now: Date,
  ): Promise<boolean> {
    const rows = await this.sql.query(
      `INSERT INTO supporter_reminders (supporter_id, valid_until, kind, told_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING kind`,
      [supporterId, validUntil, kind, now],
    );
    return rows.length === 1;
  }
}
