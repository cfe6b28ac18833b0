import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
import type { SupporterTerms } from './supporters.policy.js';

/** Supporters that the daily work may affect; each is checked again under its lock. */
@Injectable()
export class SupportersDueReader {
  constructor(
    private readonly sql: Sql,
    private readonly settings: SupporterSettingsReader,
  ) {}

  terms(): Promise<SupporterTerms> {
    return this.settings.terms();
  }

  /** A leave begins by today, or its last day has passed. */
  withLeaveChange(today: CivilDate): Promise<string[]> {
    return this.ids(`(state = 'active' AND leave_from <= $1) OR (state = 'on_leave' AND leave_until < $1)`, [
      today,
    ]);
  }

  /** The expiry date is before the given one. */
  overdue(before: CivilDate): Promise<string[]> {
    return this.ids(`state IN ('active', 'on_leave') AND valid_until < $1`, [before]);
  }

  /** The expiry date is between today and the given one. */
  endingUntil(until: CivilDate, today: CivilDate): Promise<string[]> {
    return this.ids(`state IN ('active', 'on_leave') AND valid_until BETWEEN $2 AND $1`, [until, today]);
  }

  private async ids(where: string, params: readonly unknown[]): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT id FROM supporters WHERE ${where} ORDER BY id`,
      params,
    );
    return rows.map((row) => row.id);
  }
}
