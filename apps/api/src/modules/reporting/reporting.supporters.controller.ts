import { SupporterFilter } from '@kizuna/shared/contracts/supporters';
import { Controller, Get, Query } from '@nestjs/common';

import { Permit } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Contract } from '../../platform/http/index.js';
import { ReportingSupportersExportsReader } from './reporting.supporters-exports.reader.js';

/** The list of supporters for the office, as it is filtered on the screen. */
@Controller('office')
export class ReportingSupportersController {
  constructor(private readonly supporters: ReportingSupportersExportsReader) {}

  @Get('exports/supporters.csv')
  @Permit('supporter.read')
  @Contract({ file: 'text/csv' })
  async export(@Query({ schema: SupporterFilter }) filter: SupporterFilter) {
    return toDownload(await this.supporters.export(filter));
  }
}
