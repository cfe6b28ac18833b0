import type { SupporterActivityView, SupporterSettingsView } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { SupporterTerms } from '../supporters.policy.js';

/** The settings for all registrations: terms, activities, the text of the pledge. */
@Injectable()
export class SupporterSettingsReader {
  constructor(private readonly sql: Sql) {}

  async terms(): Promise<SupporterTerms> {
    const [row] = await this.sql.kept<SupporterTerms>(
      'supporters.terms',
      `SELECT term_years AS "termYears", first_reminder_days AS "firstReminderDays",
         second_reminder_days AS "secondReminderDays", grace_days AS "graceDays" FROM supporter_settings`,
    );
    return row!;
  }

  /** The current text: the one with the highest version. */
  async pledge(): Promise<{ version: number; text: string }> {
    const [row] = await this.sql.kept<{ version: number; text: string }>(
      'supporters.pledge',
      'SELECT version, text FROM supporter_pledges ORDER BY version DESC LIMIT 1',
    );
    return row!;
  }

  /** All activities in their order, retired ones last. */
  listActivities(): Promise<SupporterActivityView[]> {
    return this.sql.kept<SupporterActivityView>(
      'supporters.activities',
      'SELECT id AS "activityId", name, retired FROM supporter_activities ORDER BY retired, position, id',
    );
  }

  async view(): Promise<SupporterSettingsView> {
    const [terms, pledge, activities] = await Promise.all([
      this.terms(),
      this.pledge(),
      this.listActivities(),
    ]);
    return { ...terms, pledge, activities };
  }
}
