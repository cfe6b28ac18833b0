import type {
  MySupporterAnswersPage,
  MySupporterDraftPage,
  MySupporterPage,
} from '@kizuna/shared/contracts/pages';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { MeetingReader } from '../../activities/index.js';
import { PeopleReader } from '../../people/index.js';
import {
  RegistrationDraftService,
  SupporterSettingsReader,
  SupportersReader,
} from '../../supporters/index.js';

/** The pages of one's own registration as a supporter. */
@Injectable()
export class LearnerSupporterPagesReader {
  constructor(
    private readonly supporters: SupportersReader,
    private readonly drafts: RegistrationDraftService,
    private readonly settings: SupporterSettingsReader,
    private readonly meetings: MeetingReader,
    private readonly people: PeopleReader,
  ) {}

  /** The registration, with the meetings to which one is invited. */
  async getSupporterPage(actor: Actor): Promise<MySupporterPage> {
    const supporter = await this.supporters.mine(actor);
    const meetings = supporter.registration === null ? null : await this.meetings.mine(actor);
    return { supporter, meetings: meetings?.items ?? [] };
  }

  /** The form with which one registers. */
  async getDraftPage(actor: Actor): Promise<MySupporterDraftPage> {
    const [draft, choices] = await Promise.all([this.drafts.get(actor), this.choices()]);
    return { draft, ...choices };
  }

  /** One's own answers, to change them. */
  async getAnswersPage(actor: Actor): Promise<MySupporterAnswersPage> {
    const [supporter, choices] = await Promise.all([this.supporters.mine(actor), this.choices()]);
    return { supporter, ...choices };
  }

  private async choices() {
    const [activities, districts] = await Promise.all([
      this.settings.listActivities(),
      this.people.listDistricts(),
    ]);
    return { activities, districts: districts.items };
  }
}
