import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import type { GroupViewingListQuery } from '@kizuna/shared/contracts/viewings';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Handles } from '../../platform/http/index.js';
import { ReportingViewingsReader } from './reporting.viewings.reader.js';

/** Group viewings in numbers, for the office. */
@Controller()
export class ReportingViewingsController {
  constructor(private readonly viewings: ReportingViewingsReader) {}

  @Handles(reportingEndpoints.getViewingReport)
  getViewingReport(query: GroupViewingListQuery, @CurrentActor() actor: Actor) {
    return this.viewings.report(actor, query.fiscalYear);
  }

  @Handles(reportingEndpoints.exportViewings)
  async exportViewings(query: GroupViewingListQuery, @CurrentActor() actor: Actor) {
    return toDownload(await this.viewings.export(actor, query.fiscalYear));
  }
}
