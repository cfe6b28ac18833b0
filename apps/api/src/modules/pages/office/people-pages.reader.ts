import type { OfficePersonPage, PersonFormPage } from '@kizuna/shared/contracts/pages.office';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { NameConfirmationReader } from '../../completion/index.js';
import { EnrolmentOfficeReader } from '../../enrolment/index.js';
import { mayLearn } from '../../learning/index.js';
import { PeopleReader, PeopleService, toPersonView } from '../../people/index.js';
import { SupportersReader } from '../../supporters/index.js';
import { OfficePersonReader } from './office-person.reader.js';

/** The office's pages of one person. Every look at a record is recorded. */
@Injectable()
export class PeoplePagesReader {
  constructor(
    private readonly people: PeopleReader,
    private readonly views: PeopleService,
    private readonly records: OfficePersonReader,
    private readonly applications: EnrolmentOfficeReader,
    private readonly supporters: SupportersReader,
    private readonly names: NameConfirmationReader,
  ) {}

  /** @throws DomainError platform.not_found */
  async getPersonPage(actor: Actor, personId: string, requestId: string): Promise<OfficePersonPage> {
    const [person, record, applications, supporter, districts] = await Promise.all([
      this.people.getPerson(personId),
      this.records.getRecord(personId),
      this.applications.listOfPerson(personId),
      this.supporters.ofPerson(personId),
      this.people.listDistricts(),
    ]);
    await this.views.recordView(actor, personId, requestId);
    const asked = applications.some(({ status }) => mayLearn(status));
    return {
      person: toPersonView(person, record.cards),
      history: record.history,
      applications,
      districts: districts.items,
      supporter,
      name: this.names.viewOf(person, asked, record.said),
    };
  }

  /** @throws DomainError platform.not_found, also for an unknown application */
  async getFormPage(
    actor: Actor,
    personId: string,
    applicationId: string | undefined,
    requestId: string,
  ): Promise<PersonFormPage> {
    const [person, districts, application] = await Promise.all([
      this.views.viewPerson(actor, personId, requestId),
      this.people.listDistricts(),
      applicationId === undefined ? null : this.applications.getApplication(applicationId),
    ]);
    return { person, districts: districts.items, application };
  }
}
