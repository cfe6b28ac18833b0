import { ExportQuery, OfficeHome, RunBoard, RunReportList } from '@kizuna/shared/contracts/reporting';
import { courseRunId, type CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Contract } from '../../platform/http/index.js';
import { ReportingExportsReader } from './reporting.exports.reader.js';
import { ReportingOfficeHomeReader } from './reporting.office-home.reader.js';
import { ReportingReader } from './reporting.reader.js';

const csv = 'text/csv';

@Controller('office')
export class ReportingController {
  constructor(
    private readonly reader: ReportingReader,
    private readonly exports: ReportingExportsReader,
    private readonly offices: ReportingOfficeHomeReader,
  ) {}

  @Get('home')
  @Permit('report.read')
  @Contract({ response: OfficeHome })
  home(@CurrentActor() actor: Actor) {
    return this.offices.home(actor);
  }

  @Get('reports/course-runs')
  @Permit('report.read')
  @Contract({ response: RunReportList })
  listRuns() {
    return this.reader.listRunReports();
  }

  @Get('reports/course-runs/:courseRunId/board')
  @Permit('report.read')
  @Contract({ response: RunBoard })
  board(@Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.reader.board(id);
  }

  @Get('exports/applications.csv')
  @Permit('report.read')
  @Contract({ file: csv })
  async applications(@Query({ schema: ExportQuery }) query: ExportQuery) {
    return toDownload(await this.exports.applications(query));
  }

  @Get('exports/roster.csv')
  @Permit('report.read')
  @Contract({ file: csv })
  async roster(@Query({ schema: ExportQuery }) query: ExportQuery) {
    return toDownload(await this.exports.roster(query));
  }

  @Get('exports/progress.csv')
  @Permit('report.read')
  @Contract({ file: csv })
  async progress(@Query({ schema: ExportQuery }) query: ExportQuery) {
    return toDownload(await this.exports.progress(query));
  }
}
