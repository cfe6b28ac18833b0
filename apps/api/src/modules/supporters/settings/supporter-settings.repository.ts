import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { SupporterTerms } from '../supporters.policy.js';

export interface ActivityToKeep {
  id: string;
  name: string;
}

/** SQL for the settings, the activities and the texts of the pledge. */
@Injectable()
export class SupporterSettingsRepository {
  constructor(private readonly sql: Sql) {}

  async saveTerms(terms: SupporterTerms): Promise<void> {
    await this.sql.query(
      `UPDATE supporter_settings SET term_years = $1, first_reminder_days = $2, second_reminder_days = $3,
         grace_days = $4 WHERE id = 1`,
      [terms.termYears, terms.firstReminderDays, terms.secondReminderDays, terms.graceDays],
    );
  }

  /** Adds a new version of the pledge. Two concurrent calls add two versions. */
  async addPledge(text: string, by: string | null, now: Date): Promise<number> {
    await this.sql.query('LOCK TABLE supporter_pledges IN SHARE ROW EXCLUSIVE MODE');
    const [row] = await this.sql.query<{ version: number }>(
      `INSERT INTO supporter_pledges (version, text, created_at, created_by)
       SELECT coalesce(max(version), 0) + 1, $1, $2, $3 FROM supporter_pledges RETURNING version`,
      [text, now, by],
    );
    return row!.version;
  }

  /** Stores the list in its new order; activities not in it are retired. */
  async saveActivities(activities: readonly ActivityToKeep[]): Promise<void> {
    await this.sql.query('LOCK TABLE supporter_activities IN SHARE ROW EXCLUSIVE MODE');
    await this.sql.query('UPDATE supporter_activities SET retired = true WHERE NOT (id = ANY($1::uuid[]))', [
      activities.map((activity) => activity.id),
    ]);
    await this.sql.query(
      `INSERT INTO supporter_activities (id, name, position, retired)
       SELECT id, name, position, false FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t (id, name, position)
       ON CONFLICT ON CONSTRAINT pk_supporter_activities
       DO UPDATE SET name = EXCLUDED.name, position = EXCLUDED.position, retired = false`,
      [activities.map((activity) => activity.id), activities.map((activity) => activity.name)],
    );
  }
}
