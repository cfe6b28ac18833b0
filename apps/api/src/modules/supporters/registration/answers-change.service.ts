import type { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supporterSlots } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PeopleReader } from '../../people/index.js';
import { SupporterSettingsReader } from '../settings/supporter-settings.reader.js';
import { SupportersHistoryService } from '../supporters.history.service.js';
import { afterTransition } from '../supporters.policy.js';
import { SupportersReader } from '../supporters.reader.js';
import { SupportersRepository } from '../supporters.repository.js';
import { AnswersCheckService } from './answers-check.service.js';
import { changedColumns, type AnswerColumns } from './answers.policy.js';

/** Changes of answers after registration: by the supporter, or entered by the office for someone who phones. */
@Injectable()
export class AnswersChangeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly supporters: SupportersRepository,
    private readonly check: AnswersCheckService,
    private readonly settings: SupporterSettingsReader,
    private readonly people: PeopleReader,
    private readonly history: SupportersHistoryService,
    private readonly reader: SupportersReader,
  ) {}

  /**
   * Changes the given pages; sending the same answers again changes nothing. The pledge is not renewed.
   * @throws supporters.changed_meanwhile if someone else saved after the form was opened
   */
  async change(actor: Actor, id: string, { revision, answers }: AnswersChangeBody): Promise<SupporterView> {
    await this.transactions.run(async () => {
      const before = await this.supporters.lock(id);
      if (!before) throw new DomainError('platform.not_found');
      const allowed = afterTransition(before.state, 'change');
      if ('refusal' in allowed) throw new DomainError(allowed.refusal);
      const change = changedColumns(before, answers);
      if (Object.keys(change).length === 0) return;
      if (before.revision !== revision) throw new DomainError('supporters.changed_meanwhile');
      await this.check.checkAll(before.personId, answers, before.activityIds);
      await this.supporters.change(id, { ...change, revision: revision + 1 });
      const readable = await this.wording();
      await this.history.answersChanged(
        actor,
        before.personId,
        readable(before),
        readable({ ...before, ...change }),
      );
    });
    return this.reader.getView(id);
  }

  /** Answers for a person's history: with the current names of activities and districts. */
  private async wording(): Promise<(answers: AnswerColumns) => Record<string, unknown>> {
    const [activities, districts] = await Promise.all([
      this.settings.listActivities(),
      this.people.listDistricts(),
    ]);
    return (answers) => ({
      activities: activities.filter((each) => answers.activityIds.includes(each.activityId)).map(nameOf),
      supporterNote: answers.note,
      slots: supporterSlots.filter((slot) => answers.slots.includes(slot)),
      reach: answers.reach,
      districts: districts.items.filter((each) => answers.districtIds.includes(each.districtId)).map(nameOf),
      contactBy: answers.contactBy,
      emergencyName: answers.emergencyName,
      emergencyPhone: answers.emergencyPhone,
    });
  }
}

function nameOf({ name }: { name: string }): string {
  return name;
}
