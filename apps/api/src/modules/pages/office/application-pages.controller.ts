import type { ApplicationListQuery } from '@kizuna/shared/contracts/enrolment';
import type { ApplicationEntryQuery, ChosenApplicationsQuery } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { ApplicationId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { ApplicationPagesReader } from './application-pages.reader.js';

@Controller()
export class ApplicationPagesController {
  constructor(private readonly pages: ApplicationPagesReader) {}

  @Handles(pagesOfficeEndpoints.getApplicationsPage)
  getApplicationsPage(query: ApplicationListQuery) {
    return this.pages.getApplicationsPage(query);
  }

  @Handles(pagesOfficeEndpoints.getApplicationPage)
  getApplicationPage(
    { applicationId }: { applicationId: ApplicationId },
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.pages.getApplicationPage(actor, applicationId, meta.requestId);
  }

  @Handles(pagesOfficeEndpoints.getChosenApplicationsPage)
  getChosenApplicationsPage({ id }: ChosenApplicationsQuery) {
    return this.pages.getChosenPage(id);
  }

  @Handles(pagesOfficeEndpoints.getApplicationEntryPage)
  getApplicationEntryPage(
    { person }: ApplicationEntryQuery,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.pages.getEntryPage(actor, person, meta.requestId);
  }
}
