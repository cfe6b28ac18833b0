import type {
  ActivitiesBody,
  SupporterActivityList,
  SupporterSettingsBody,
  SupporterSettingsView,
} from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { SupporterSettingsReader } from './supporter-settings.reader.js';
import { SupporterSettingsRepository } from './supporter-settings.repository.js';

const subjectType = 'supporter_settings';
/** The audit log requires a subject id: this one denotes the single settings row. */
const subjectId = '00000000-0000-7000-8000-000000000002';

/** The office's settings for supporters. */
@Injectable()
export class SupporterSettingsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SupporterSettingsRepository,
    private readonly reader: SupporterSettingsReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Sets new terms; expiry dates already given do not change. */
  async setTerms(actor: Actor, terms: SupporterSettingsBody): Promise<SupporterSettingsView> {
    await this.transactions.run(async () => {
      const before = await this.reader.terms();
      await this.repository.saveTerms(terms);
      await this.audit.record({
        actor,
        action: 'supporter_settings.changed',
        subjectType,
        subjectId,
        before: { ...before },
        after: { ...terms },
      });
    });
    return this.reader.view();
  }

  /** Adds a new text of the pledge. Agreements to older texts remain binding. */
  async setPledge(actor: Actor, text: string): Promise<SupporterSettingsView> {
    await this.transactions.run(async () => {
      if ((await this.reader.pledge()).text === text) return;
      const by = personOf(actor).personId;
      const version = await this.repository.addPledge(text, by, this.clock.now());
      const after = { pledgeVersion: version };
      await this.audit.record({
        actor,
        action: 'supporter_pledge.changed',
        subjectType,
        subjectId,
        after,
      });
    });
    return this.reader.view();
  }

  /** Sets the activities in their order; omitted ones can no longer be chosen. */
  async setActivities(actor: Actor, { items }: ActivitiesBody): Promise<SupporterActivityList> {
    const activities = items.map(({ activityId, name }) => ({ id: activityId ?? this.ids.next(), name }));
    await this.transactions.run(async () => {
      await this.repository.saveActivities(activities);
      const after = { activities: activities.map(({ name }) => name) };
      await this.audit.record({
        actor,
        action: 'supporter_activities.changed',
        subjectType,
        subjectId,
        after,
      });
    });
    return { items: await this.reader.listActivities() };
  }
}
