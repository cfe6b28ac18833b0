import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { DraftToken } from '../../enrolment/index.js';
import { PublicPagesReader } from './public-pages.reader.js';

@Controller()
export class PublicPagesController {
  constructor(private readonly pages: PublicPagesReader) {}

  @Handles(pagesEndpoints.getFrontPage)
  getFrontPage() {
    return this.pages.getFrontPage();
  }

  @Handles(pagesEndpoints.getApplyPage)
  getApplyPage(
    { courseRunId }: { courseRunId: CourseRunId },
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
  ) {
    return this.pages.getApplyPage(actor, courseRunId, token);
  }
}
