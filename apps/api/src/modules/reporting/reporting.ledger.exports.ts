import type { LedgerFilter, LedgerLine } from '@kizuna/shared/contracts/ledger';
import { mostUnfitLines, unfitColumns, type ShiftJisCheck } from '@kizuna/shared/contracts/reporting.ledger';
import { civilDateOf, formatFiscalYear } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import {
  csvOf,
  csvTextOf,
  type CsvRow,
  type ExportFile,
  asShiftJis,
  substitute,
  toShiftJis,
} from '../../platform/csv/index.js';
import { LedgerLinesReader } from '../ledger/index.js';
import { fileNames, headings, ledgerStateWords } from './reporting.templates.js';

/** The ledger by year, course and number: every copy, and the lines transcribed from paper. */
@Injectable()
export class ReportingLedgerExports {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly clock: Clock,
  ) {}

  /** For Excel and anything else that reads UTF-8. */
  async utf8(filter: LedgerFilter): Promise<ExportFile> {
    const rows = (await this.lines.all(filter)).map(cellsOf);
    return { name: `${fileNames.ledger}_${this.today()}.csv`, content: csvOf(headings.ledger, rows) };
  }

  /** For old programs: characters missing from Shift_JIS are replaced by a mark, and `check` lists them beforehand. */
  async shiftJis(filter: LedgerFilter): Promise<ExportFile> {
    const rows = (await this.lines.all(filter)).map(cellsOf);
    const { bytes } = toShiftJis(csvTextOf(headings.ledger, rows));
    const name = `${fileNames.ledger}_Shift_JIS_${this.today()}.csv`;
    return { name, content: bytes, charset: 'Shift_JIS' };
  }

  /** The lines that the Shift_JIS file cannot represent exactly. */
  async check(filter: LedgerFilter): Promise<ShiftJisCheck> {
    const all = await this.lines.all(filter);
    const unfit = all.flatMap((line) => {
      const cells = unfitColumns.flatMap((column) => {
        const text = line[column] ?? '';
        const { unfit: characters } = toShiftJis(text);
        return characters.length === 0 ? [] : [{ column, text, written: asShiftJis(text), characters }];
      });
      if (cells.length === 0) return [];
      return [{ id: line.id, origin: line.origin, number: line.number, copy: line.copy, cells }];
    });
    return {
      lines: all.length,
      unfit: unfit.length,
      substitute,
      items: unfit.slice(0, mostUnfitLines),
    };
  }

  private today(): string {
    return civilDateOf(this.clock.now()).replaceAll('-', '');
  }
}

function cellsOf(line: LedgerLine): CsvRow {
  return [
    formatFiscalYear(line.fiscalYear),
    line.number,
    line.origin === 'paper' ? null : line.copy,
    line.name,
    line.kana,
    line.courseTitle,
    line.runName,
    line.completedOn,
    line.issuedOn,
    ledgerStateWords[line.state],
    line.note,
  ];
}
