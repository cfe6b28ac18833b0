import { LedgerFilter } from '@kizuna/shared/contracts/ledger';
import { ShiftJisCheck } from '@kizuna/shared/contracts/reporting.ledger';
import { Controller, Get, Query } from '@nestjs/common';

import { Permit } from '../../platform/auth/index.js';
import { toDownload } from '../../platform/csv/index.js';
import { Contract } from '../../platform/http/index.js';
import { ReportingLedgerExports } from './reporting.ledger.exports.js';

const csv = 'text/csv';

/** The ledger as files, filtered as on the screen. */
@Controller('office')
export class ReportingLedgerController {
  constructor(private readonly exports: ReportingLedgerExports) {}

  @Get('exports/ledger.csv')
  @Permit('report.read')
  @Contract({ file: csv })
  async utf8(@Query({ schema: LedgerFilter }) query: LedgerFilter) {
    return toDownload(await this.exports.utf8(query));
  }

  @Get('exports/ledger-shift-jis.csv')
  @Permit('report.read')
  @Contract({ file: csv })
  async shiftJis(@Query({ schema: LedgerFilter }) query: LedgerFilter) {
    return toDownload(await this.exports.shiftJis(query));
  }

  @Get('exports/ledger-shift-jis/check')
  @Permit('report.read')
  @Contract({ response: ShiftJisCheck })
  check(@Query({ schema: LedgerFilter }) query: LedgerFilter) {
    return this.exports.check(query);
  }
}
