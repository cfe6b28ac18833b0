import type {
  MeetingFormPage,
  OfficeSupporterPage,
  PairFormPage,
  SupporterEntryPage,
  SupporterFormPage,
  SupportersPage,
} from '@kizuna/shared/contracts/pages.office';
import type { SupporterListQuery } from '@kizuna/shared/contracts/supporters';
import type { SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PairCandidateReader, PairReader } from '../../activities/index.js';
import { PeopleReader, PeopleService } from '../../people/index.js';
import { SupporterSettingsReader, SupportersReader } from '../../supporters/index.js';

/** The office's pages of supporters. */
@Injectable()
export class SupporterPagesReader {
  constructor(
    private readonly supporters: SupportersReader,
    private readonly settings: SupporterSettingsReader,
    private readonly couldBe: PairCandidateReader,
    private readonly pairs: PairReader,
    private readonly people: PeopleReader,
    private readonly views: PeopleService,
  ) {}

  /** Everybody who is or was registered, with what the filter chooses from. */
  async getSupportersPage(query: SupporterListQuery): Promise<SupportersPage> {
    const [list, choices] = await Promise.all([this.supporters.list(query), this.getMeetingFormPage()]);
    return { list, ...choices };
  }

  /** One registration, its pairs, and who could become one. @throws DomainError platform.not_found */
  async getSupporterPage(id: SupporterId): Promise<OfficeSupporterPage> {
    const [supporter, candidates, pairs, pledge] = await Promise.all([
      this.supporters.getView(id),
      this.couldBe.of(id),
      this.pairs.list({ supporterId: id }),
      this.settings.pledge(),
    ]);
    return { supporter, candidates, pairs: pairs.items, pledgeVersion: pledge.version };
  }

  /** All answers of a supporter on one page. @throws DomainError platform.not_found */
  async getFormPage(id: SupporterId): Promise<SupporterFormPage> {
    const [supporter, choices] = await Promise.all([this.supporters.getView(id), this.getMeetingFormPage()]);
    return { supporter, ...choices };
  }

  /** The two of a pair before it is recorded. @throws DomainError platform.not_found */
  async getPairFormPage(firstId: SupporterId, secondId: SupporterId | undefined): Promise<PairFormPage> {
    if (secondId === undefined) throw new DomainError('platform.not_found');
    const [both, activities] = await Promise.all([
      this.supporters.viewsOf([firstId, secondId]),
      this.settings.listActivities(),
    ]);
    const [first, second] = [firstId, secondId].map((id) => both.find((one) => one.supporterId === id));
    if (!first || !second) throw new DomainError('platform.not_found');
    return { first, second, activities };
  }

  /** A paper form of a person. @throws DomainError platform.not_found */
  async getEntryPage(actor: Actor, personId: string, requestId: string): Promise<SupporterEntryPage> {
    const [person, { can }, pledge, choices] = await Promise.all([
      this.views.viewPerson(actor, personId, requestId),
      this.supporters.ofPerson(personId),
      this.settings.pledge(),
      this.getMeetingFormPage(),
    ]);
    return { person, can, pledgeVersion: pledge.version, ...choices };
  }

  /** What the form of a meeting, and the forms of supporters, choose from. */
  async getMeetingFormPage(): Promise<MeetingFormPage> {
    const [activities, districts] = await Promise.all([
      this.settings.listActivities(),
      this.people.listDistricts(),
    ]);
    return { activities, districts: districts.items };
  }
}
