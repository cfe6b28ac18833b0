import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import type { SupporterFilter } from '@kizuna/shared/contracts/supporters';
import { Controller } from '@nestjs/common';

import { toDownload } from '../../platform/csv/index.js';
import { Handles } from '../../platform/http/index.js';
import { ReportingSupportersExportsReader } from './reporting.supporters-exports.reader.js';

/** The list of supporters for the office, as it is filtered on the screen. */
@Controller()
export class ReportingSupportersController {
  constructor(private readonly supporters: ReportingSupportersExportsReader) {}

  @Handles(reportingEndpoints.exportSupporters)
  async exportSupporters(filter: SupporterFilter) {
    return toDownload(await this.supporters.export(filter));
  }
}
