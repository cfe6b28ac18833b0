import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { RunPagesReader } from './run-pages.reader.js';

@Controller()
export class RunPagesController {
  constructor(private readonly pages: RunPagesReader) {}

  @Handles(pagesOfficeEndpoints.getRunPage)
  getRunPage({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.pages.getRunPage(courseRunId);
  }

  @Handles(pagesOfficeEndpoints.getNewRunPage)
  getNewRunPage() {
    return this.pages.getNewRunPage();
  }

  @Handles(pagesOfficeEndpoints.getRunFormPage)
  getRunFormPage({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.pages.getFormPage(courseRunId);
  }

  @Handles(pagesOfficeEndpoints.getRunCompletionsPage)
  getRunCompletionsPage({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.pages.getCompletionsPage(actor, courseRunId);
  }

  @Handles(pagesOfficeEndpoints.getRunCertificatesPage)
  getRunCertificatesPage({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.pages.getCertificatesPage(actor, courseRunId);
  }
}
