import { eras, formatJapaneseDate, isCivilDate, japaneseYearOf, type CivilDate } from './civil-date.js';

/** A date as far as it can be read on an old paper: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;

/** Whether the string is a day, month or year that exists. */
export function isPartialDate(value: string): boolean {
  if (/^\d{4}$/.test(value)) return value >= '1868';
  if (/^\d{4}-\d{2}$/.test(value)) return isCivilDate(`${value}-01`);
  return isCivilDate(value);
}

/** 「平成27年3月15日」, 「平成27年3月(日は不明)」, 「2015年(月日は不明)」: a year alone may belong to two eras. */
export function formatPartialDate(date: PartialDate): string {
  if (date.length === 10) return formatJapaneseDate(date);
  if (date.length === 4) return `${date}年(月日は不明)`;
  return `${formatJapaneseDate(`${date}-01`).replace(/1日$/, '')}(日は不明)`;
}

/** Negative if the first is before the second, as far as both are known; 0 if that cannot be decided. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const known = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, known), b.slice(0, known)];
  return left === right ? 0 : left < right ? -1 : 1;
}

const letters: Record<string, string> = { R: '令和', H: '平成', S: '昭和', T: '大正', M: '明治' };

/** The western year of 「平成27」, 「H27」, 「令和元」 or 「2015」; undefined if it is none of these. */
function westernYearOf(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  const match = /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})$/i.exec(text);
  if (!match) return undefined;
  const era = eras.find(({ label }) => label === (letters[match[1]!.toUpperCase()] ?? match[1]));
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return era && year >= 1 ? Number(era.startsOn.slice(0, 4)) + year - 1 : undefined;
}

const plain = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '');

/**
 * Parses a date as people write it in a list: 「平成27年3月15日」, 「H27.3.15」, 「2015/3/15」, 「平成27年3月」. The
 * date must be within the era. Undefined if it is not a date.
 */
export function readTypedDate(typed: string): PartialDate | undefined {
  const match = /^(.+?)[年./-](?:(\d{1,2})(?:[月./-](?:(\d{1,2})日?)?)?)?$/.exec(plain(typed));
  const [, yearText = plain(typed), month, day] = match ?? [];
  const year = westernYearOf(yearText);
  if (year === undefined) return undefined;
  const two = (part: string) => part.padStart(2, '0');
  const date = [String(year), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join('-');
  return isPartialDate(date) && eraHolds(yearText, date) ? date : undefined;
}

/** The written era must be the era of the date: 平成31年6月, for example, never existed. */
function eraHolds(yearText: string, date: PartialDate): boolean {
  if (/^\d/.test(yearText) || date.length === 4) return true;
  const label = letters[yearText.charAt(0).toUpperCase()] ?? yearText.slice(0, 2);
  const days: CivilDate[] = date.length === 10 ? [date] : [`${date}-01`, `${date}-28`];
  return days.some((day) => japaneseYearOf(day)?.era.label === label);
}

/** The fiscal year of 「平成27年度」, 「H27」, 「2015年度」, 「令和元年度」; 平成31年度 is 令和元年度. */
export function readTypedFiscalYear(typed: string): number | undefined {
  return westernYearOf(plain(typed).replace(/年?度?$/, ''));
}

/** The formatted date in two parts, year and day, so that a narrow column breaks only between them. */
export function partialDateParts(date: string): string[] {
  return formatPartialDate(date).split(/(?<=年)/u);
}
