import { endpoint } from './endpoint.js';
import { LedgerFilter } from './ledger.js';
import { ShiftJisCheck } from './reporting.ledger.js';

export const reportingLedgerEndpoints = {
  exportLedger: endpoint({
    method: 'GET',
    path: '/api/office/exports/ledger.csv',
    access: 'report.read',
    summary: 'UTF-8 with BOM, CRLF, formulas neutralised.',
    query: LedgerFilter,
    file: 'text/csv',
  }),
  exportLedgerShiftJis: endpoint({
    method: 'GET',
    path: '/api/office/exports/ledger-shift-jis.csv',
    access: 'report.read',
    summary: 'Shift_JIS as Windows writes it (CP932).',
    query: LedgerFilter,
    file: 'text/csv',
  }),
  checkLedgerShiftJis: endpoint({
    method: 'GET',
    path: '/api/office/exports/ledger-shift-jis/check',
    access: 'report.read',
    summary: 'Characters that Shift_JIS cannot write.',
    query: LedgerFilter,
    answer: ShiftJisCheck,
  }),
};
