import { GroupViewingReport } from '@kizuna/shared/contracts/reporting';
import { GroupViewingListQuery } from '@kizuna/shared/contracts/viewings';
import { Controller, Get, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Contract } from '../../platform/http/index.js';
import { ReportingViewingsReader } from './reporting.viewings.reader.js';

/** Group viewings in numbers, for the office. */
@Controller('office')
export class ReportingViewingsController {
  constructor(private readonly viewings: ReportingViewingsReader) {}

  @Get('reports/group-viewings')
  @Permit('report.read')
  @Contract({ response: GroupViewingReport })
  report(
    @CurrentActor() actor: Actor,
    @Query({ schema: GroupViewingListQuery }) query: GroupViewingListQuery,
  ) {
    return this.viewings.report(actor, query.fiscalYear);
  }

  @Get('exports/group-viewings.csv')
  @Permit('report.read')
  @Contract({ file: 'text/csv' })
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: GroupViewingListQuery }) query: GroupViewingListQuery,
  ) {
    return toDownload(await this.viewings.export(actor, query.fiscalYear));
  }
}
