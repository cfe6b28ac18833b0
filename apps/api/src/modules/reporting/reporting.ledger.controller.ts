import type { LedgerFilter } from '@kizuna/shared/contracts/ledger';
import { reportingLedgerEndpoints } from '@kizuna/shared/contracts/reporting.ledger.endpoints';
import { Controller } from '@nestjs/common';

import { toDownload } from '../../platform/csv/index.js';
import { Handles } from '../../platform/http/index.js';
import { ReportingLedgerExports } from './reporting.ledger.exports.js';

/** The ledger as files, filtered as on the screen. */
@Controller()
export class ReportingLedgerController {
  constructor(private readonly exports: ReportingLedgerExports) {}

  @Handles(reportingLedgerEndpoints.exportLedger)
  async exportLedger(query: LedgerFilter) {
    return toDownload(await this.exports.utf8(query));
  }

  @Handles(reportingLedgerEndpoints.exportLedgerShiftJis)
  async exportLedgerShiftJis(query: LedgerFilter) {
    return toDownload(await this.exports.shiftJis(query));
  }

  @Handles(reportingLedgerEndpoints.checkLedgerShiftJis)
  checkLedgerShiftJis(query: LedgerFilter) {
    return this.exports.check(query);
  }
}
