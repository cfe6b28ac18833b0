import type { SupporterAnswers, SupporterDraftBody } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { DomainError } from '../../../platform/errors/index.js';
import { CertificationReader } from '../../certification/index.js';
import { PeopleReader } from '../../people/index.js';
import { SupporterSettingsReader } from '../settings/supporter-settings.reader.js';

/**
 * Whether a person may register, and whether the answers refer to existing items. The same for everyone who enters
 * them.
 */
@Injectable()
export class AnswersCheckService {
  constructor(
    private readonly settings: SupporterSettingsReader,
    private readonly people: PeopleReader,
    private readonly certificates: CertificationReader,
  ) {}

  /** @throws supporters.not_certified if no certificate was issued, or it was revoked */
  async refuseUnlessCertified(personId: string): Promise<void> {
    if (!(await this.certificates.holdsValid(personId))) throw new DomainError('supporters.not_certified');
  }

  /** @throws supporters.pledge_changed if the current text is no longer the one that was read */
  async refuseOldPledge(version: number): Promise<void> {
    const { version: current } = await this.settings.pledge();
    if (version !== current) throw new DomainError('supporters.pledge_changed');
  }

  /** Checks one page of the form. @throws DomainError naming the field */
  async checkPage(personId: string, page: SupporterDraftBody): Promise<void> {
    if (page.step === 'wishes') return this.checkActivities(page.answers.activityIds);
    if (page.step === 'places') return this.checkDistricts(page.answers.districtIds);
    if (page.step === 'contact') return this.checkContact(personId, page.answers.contactBy);
    if (page.step === 'pledge') return this.refuseOldPledge(page.answers.pledgeVersion);
  }

  /**
   * Checks all pages, or those given.
   * @param kept activities chosen before: one that is no longer offered may be kept
   * @throws DomainError naming the field
   */
  async checkAll(
    personId: string,
    { wishes, places, contact }: Partial<SupporterAnswers>,
    kept: readonly string[] = [],
  ): Promise<void> {
    if (wishes) await this.checkActivities(wishes.activityIds, kept);
    if (places) await this.checkDistricts(places.districtIds);
    if (contact) await this.checkContact(personId, contact.contactBy);
  }

  private async checkActivities(ids: readonly string[], kept: readonly string[] = []): Promise<void> {
    const offered = (await this.settings.listActivities()).filter((each) => !each.retired);
    const known = new Set<string>([...offered.map((each) => each.activityId), ...kept]);
    if (!ids.every((id) => known.has(id)))
      throw new DomainError('supporters.activity_unknown', { field: 'activityIds' });
  }

  private async checkDistricts(ids: readonly string[]): Promise<void> {
    const known = new Set<string>((await this.people.listDistricts()).items.map((each) => each.districtId));
    if (!ids.every((id) => known.has(id)))
      throw new DomainError('supporters.district_unknown', { field: 'districtIds' });
  }

  private async checkContact(personId: string, contactBy: string): Promise<void> {
    if (contactBy !== 'mail') return;
    const { email } = await this.people.getPerson(personId);
    if (email === null) throw new DomainError('supporters.mail_address_missing', { field: 'contactBy' });
  }
}
