import { LedgerFilter } from '@kizuna/shared/contracts/ledger';
import { ShiftJisCheck } from '@kizuna/shared/contracts/ledger-export';
import { Controller, Get, Query } from '@nestjs/common';

import { Permit } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { toDownload } from './reporting.download.js';
import { LedgerExports } from './reporting.ledger.exports.js';

const csv = 'text/csv';

/** The ledger as files, filtered as on the screen. */
@Controller('office')
export class LedgerExportController {
  constructor(private readonly exports: LedgerExports) {}

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
