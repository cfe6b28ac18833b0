import { comparableCode } from './text.js';

/** A number as it was printed: 「令和8年度 入門 第12号」. */
export interface PrintedNumber {
  number: string;
  fiscalYear: number;
  serial: number;
}

/** A number as typed; parts left out are undefined or empty. */
interface TypedNumber {
  /** The fiscal years that the typed year may mean. */
  years: number[] | undefined;
  label: string;
  serial: number;
}

const digits: Record<string, number> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((kanji, value) => [kanji, value])),
  ...Object.fromEntries([...'零壱弐参'].map((kanji, value) => [kanji, value])),
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };
const numeral = `\\d+|[${Object.keys(digits).join('')}${Object.keys(units).join('')}]+`;

/** The year before the first year of each era; the letters are the abbreviations used on forms. */
const beforeEras: Record<string, number> = { 令和: 2018, 令: 2018, R: 2018, 平成: 1988, 平: 1988, H: 1988 };
const eraNames = Object.keys(beforeEras).join('|');

const serialAtEnd = new RegExp(`(?:第|NO|#)? ?(${numeral}) ?(?:号|號|番)?$`);
const yearWithEra = new RegExp(`^(?:(${eraNames}|西暦) ?)(${numeral}|元) ?(?:年度|年|度)?`);
const yearWithUnit = new RegExp(`^(${numeral}|元) ?(?:年度|年|度)`);
const bareYear = /^(\d{4}|\d{1,2})(?!\d)/;

/**
 * Whether the typed text names this certificate. Year and course may be omitted: the code has already identified the
 * certificate, the number only shows that the person has the paper. But nothing that was typed may differ. Accepted:
 * full-width characters, spaces, hyphens of any kind, kanji numerals, 元年 and 1年, R8 and 2026.
 */
export function isNumberOf(typed: string, printed: PrintedNumber): boolean {
  const label = labelOf(printed);
  return readingsOf(typed).some(
    (read) =>
      read.serial === printed.serial &&
      (read.years === undefined || read.years.includes(printed.fiscalYear)) &&
      (read.label === '' || read.label === label),
  );
}

function labelOf({ number }: PrintedNumber): string {
  return readingsOf(number)[0]?.label ?? '';
}

/**
 * The text parsed with and without a year, for a course whose name begins with a numeral; the reading with a year comes
 * first.
 */
function readingsOf(typed: string): TypedNumber[] {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\p{C}ー]+/gu, ' ')
    .trim();
  const found = serialAtEnd.exec(text);
  if (!found) return [];
  const serial = numberOf(found[1]!);
  const rest = text.slice(0, found.index).trim();
  const year = yearAt(rest);
  const readings: TypedNumber[] = [{ years: undefined, label: comparableCode(rest), serial }];
  if (year) readings.unshift({ years: year.years, label: comparableCode(rest.slice(year.length)), serial });
  return readings;
}

function yearAt(text: string): { years: number[]; length: number } | undefined {
  const era = yearWithEra.exec(text);
  if (era) return { years: [(beforeEras[era[1]!] ?? 0) + numberOf(era[2]!)], length: era[0].length };
  const bare = yearWithUnit.exec(text) ?? bareYear.exec(text);
  if (!bare) return undefined;
  const year = numberOf(bare[1]!);
  const anyEra = [...new Set(Object.values(beforeEras))].map((before) => before + year);
  return { years: [year, ...anyEra], length: bare[0].length };
}

/** 12, 十二, 一二, 百二十, 元. */
function numberOf(text: string): number {
  if (text === '元') return 1;
  if (/^\d/.test(text)) return Number(text);
  if (![...text].some((kanji) => kanji in units))
    return Number([...text].map((kanji) => digits[kanji]).join(''));
  let sum = 0;
  let digit: number | undefined;
  for (const kanji of text) {
    const unit = units[kanji];
    if (unit === undefined) digit = digits[kanji]!;
    else {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}
