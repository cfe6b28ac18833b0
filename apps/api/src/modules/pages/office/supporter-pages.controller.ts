import type { PairFormQuery } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { SupporterListQuery } from '@kizuna/shared/contracts/supporters';
import type { PersonId, SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { SupporterPagesReader } from './supporter-pages.reader.js';

@Controller()
export class SupporterPagesController {
  constructor(private readonly pages: SupporterPagesReader) {}

  @Handles(pagesOfficeEndpoints.getSupportersPage)
  getSupportersPage(query: SupporterListQuery) {
    return this.pages.getSupportersPage(query);
  }

  @Handles(pagesOfficeEndpoints.getSupporterPage)
  getSupporterPage({ supporterId }: { supporterId: SupporterId }) {
    return this.pages.getSupporterPage(supporterId);
  }

  @Handles(pagesOfficeEndpoints.getSupporterFormPage)
  getSupporterFormPage({ supporterId }: { supporterId: SupporterId }) {
    return this.pages.getFormPage(supporterId);
  }

  @Handles(pagesOfficeEndpoints.getPairFormPage)
  getPairFormPage({ supporterId }: { supporterId: SupporterId }, query: PairFormQuery) {
    return this.pages.getPairFormPage(supporterId, query.with);
  }

  @Handles(pagesOfficeEndpoints.getSupporterEntryPage)
  getSupporterEntryPage(
    { personId }: { personId: PersonId },
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.pages.getEntryPage(actor, personId, meta.requestId);
  }

  @Handles(pagesOfficeEndpoints.getMeetingFormPage)
  getMeetingFormPage() {
    return this.pages.getMeetingFormPage();
  }
}
