import type { ExportQuery } from '@kizuna/shared/contracts/reporting';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Handles } from '../../platform/http/index.js';
import { ReportingExportsReader } from './reporting.exports.reader.js';
import { ReportingOfficeHomeReader } from './reporting.office-home.reader.js';
import { ReportingReader } from './reporting.reader.js';

@Controller()
export class ReportingController {
  constructor(
    private readonly reader: ReportingReader,
    private readonly exports: ReportingExportsReader,
    private readonly offices: ReportingOfficeHomeReader,
  ) {}

  @Handles(reportingEndpoints.getOfficeHome)
  getOfficeHome(@CurrentActor() actor: Actor) {
    return this.offices.home(actor);
  }

  @Handles(reportingEndpoints.listRunReports)
  listRunReports() {
    return this.reader.listRunReports();
  }

  @Handles(reportingEndpoints.getRunBoard)
  getRunBoard({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.reader.board(courseRunId);
  }

  @Handles(reportingEndpoints.exportApplications)
  async exportApplications(query: ExportQuery) {
    return toDownload(await this.exports.applications(query));
  }

  @Handles(reportingEndpoints.exportRoster)
  async exportRoster(query: ExportQuery) {
    return toDownload(await this.exports.roster(query));
  }

  @Handles(reportingEndpoints.exportProgress)
  async exportProgress(query: ExportQuery) {
    return toDownload(await this.exports.progress(query));
  }
}
