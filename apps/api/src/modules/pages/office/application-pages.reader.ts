import type { ApplicationListQuery } from '@kizuna/shared/contracts/enrolment';
import type {
  ApplicationEntryPage,
  ApplicationsPage,
  ChosenApplicationsPage,
  OfficeApplicationPage,
} from '@kizuna/shared/contracts/pages.office';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { CoursesReader } from '../../courses/index.js';
import { EnrolmentOfficeReader } from '../../enrolment/index.js';
import { PeopleReader, PeopleService } from '../../people/index.js';

/** The office's pages of applications. */
@Injectable()
export class ApplicationPagesReader {
  constructor(
    private readonly applications: EnrolmentOfficeReader,
    private readonly courses: CoursesReader,
    private readonly people: PeopleReader,
    private readonly views: PeopleService,
  ) {}

  /** The inbox, with the runs of its filter. */
  async getApplicationsPage(query: ApplicationListQuery): Promise<ApplicationsPage> {
    const [list, runs] = await Promise.all([
      this.applications.listApplications(query),
      this.courses.listRunChoices(),
    ]);
    return { list, runs };
  }

  /**
   * One application. The record is only looked at (and the look recorded) where there is something to compare.
   * @throws DomainError platform.not_found
   */
  async getApplicationPage(
    actor: Actor,
    applicationId: string,
    requestId: string,
  ): Promise<OfficeApplicationPage> {
    const view = await this.applications.getApplication(applicationId);
    const differs = view.differsFromPerson.length > 0;
    return { view, person: differs ? await this.views.viewPerson(actor, view.personId, requestId) : null };
  }

  /** Those who were ticked, before anything is decided. @throws DomainError platform.not_found */
  async getChosenPage(applicationIds: readonly string[]): Promise<ChosenApplicationsPage> {
    return { items: await this.applications.getApplications(applicationIds) };
  }

  /** The form for applications by telephone and on paper. @throws DomainError platform.not_found */
  async getEntryPage(
    actor: Actor,
    personId: string | undefined,
    requestId: string,
  ): Promise<ApplicationEntryPage> {
    const [runs, districts, person] = await Promise.all([
      this.courses.listPublishedRuns(),
      this.people.listDistricts(),
      personId === undefined ? null : this.views.viewPerson(actor, personId, requestId),
    ]);
    return { runs, districts: districts.items, person };
  }
}
