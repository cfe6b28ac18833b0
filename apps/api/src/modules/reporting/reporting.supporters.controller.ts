import { Controller, Get } from '@nestjs/common';

import { Permit } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { toDownload } from './reporting.download.js';
import { SupportersExport } from './reporting.supporters.reader.js';

/** The list of supporters for the office. */
@Controller('office')
export class SupportersExportController {
  constructor(private readonly supporters: SupportersExport) {}

  @Get('exports/supporters.csv')
  @Permit('supporter.read')
  @Contract({ file: 'text/csv' })
  async export() {
    return toDownload(await this.supporters.export());
  }
}
