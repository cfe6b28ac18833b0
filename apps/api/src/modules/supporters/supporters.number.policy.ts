import { formatFiscalYear } from '@kizuna/shared/rules/civil-date';

/** 「令和8年度 第12号」: numbered within a fiscal year. */
export function formatSupporterNumber(fiscalYear: number, serial: number): string {
  return `${formatFiscalYear(fiscalYear)} 第${serial}号`;
}
