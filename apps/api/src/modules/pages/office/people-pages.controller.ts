import type { PersonFormQuery } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../../platform/http/index.js';
import { PeoplePagesReader } from './people-pages.reader.js';

@Controller()
export class PeoplePagesController {
  constructor(private readonly pages: PeoplePagesReader) {}

  @Handles(pagesOfficeEndpoints.getPersonPage)
  getPersonPage(
    { personId }: { personId: PersonId },
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.pages.getPersonPage(actor, personId, meta.requestId);
  }

  @Handles(pagesOfficeEndpoints.getPersonFormPage)
  getPersonFormPage(
    { personId }: { personId: PersonId },
    { from }: PersonFormQuery,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.pages.getFormPage(actor, personId, from, meta.requestId);
  }
}
