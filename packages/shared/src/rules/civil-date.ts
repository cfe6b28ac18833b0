/**
 * Civil dates of Japan. A civil date is a string `YYYY-MM-DD` in Asia/Tokyo; an instant is a `Date`.
 * Japan has had no daylight saving time since 1951, so the offset is a constant of the domain.
 */
const JST_OFFSET_MS = 9 * 3_600_000;

/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = string;

export interface Era {
  readonly key: 'reiwa' | 'heisei' | 'showa' | 'taisho' | 'meiji';
  readonly label: string;
  readonly startsOn: CivilDate;
}

/**
 * The eras, newest first, each with its first day according to the ordinance that introduced it (Meiji: Gregorian from
 * 1873).
 */
export const eras: readonly Era[] = [
  { key: 'reiwa', label: '令和', startsOn: '2019-05-01' },
  { key: 'heisei', label: '平成', startsOn: '1989-01-08' },
  { key: 'showa', label: '昭和', startsOn: '1926-12-25' },
  { key: 'taisho', label: '大正', startsOn: '1912-07-30' },
  { key: 'meiji', label: '明治', startsOn: '1868-01-25' },
];
export type EraKey = Era['key'];

const weekdays = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** The civil date of an instant in Japan. */
export function civilDateOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + JST_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of day of an instant in Japan, `HH:MM`. */
export function civilTimeOf(instant: Date): string {
  return new Date(instant.getTime() + JST_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a civil date and time (`HH:MM`, default midnight) in Japan. */
export function instantOf(date: CivilDate, time = '00:00'): Date {
  return new Date(`${date}T${time}:00+09:00`);
}

/** Whether the string is a date that exists. */
export function isCivilDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}

/** The era and the year within it; the first year is 1 (shown as 元). Undefined before Meiji. */
export function japaneseYearOf(date: CivilDate): { era: Era; year: number } | undefined {
  const era = eras.find((e) => date >= e.startsOn);
  return era && { era, year: Number(date.slice(0, 4)) - Number(era.startsOn.slice(0, 4)) + 1 };
}

/**
 * Converts era, year of the era, month and day. Undefined if the day does not exist or is outside the era by more than
 * the overlap that people really write (昭和64年 ends on 1989-01-07; later days of it are refused).
 */
export function fromJapaneseDate(
  era: EraKey,
  year: number,
  month: number,
  day: number,
): CivilDate | undefined {
  const index = eras.findIndex((e) => e.key === era);
  const found = eras[index];
  if (!found || year < 1) return undefined;
  const iso = toCivilDate(Number(found.startsOn.slice(0, 4)) + year - 1, month, day);
  if (!iso || iso < found.startsOn) return undefined;
  const next = index > 0 ? eras[index - 1] : undefined;
  return next && iso >= next.startsOn ? undefined : iso;
}

/** A western date from its parts, or undefined if there is no such day. */
export function toCivilDate(year: number, month: number, day: number): CivilDate | undefined {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(iso) ? iso : undefined;
}

/** 「令和8年6月11日」; the first year of an era is 元年. Dates before Meiji fall back to the western year. */
export function formatJapaneseDate(date: CivilDate): string {
  const [y, m, d] = partsOf(date);
  const japanese = japaneseYearOf(date);
  const year = japanese ? `${japanese.era.label}${japanese.year === 1 ? '元' : japanese.year}` : String(y);
  return `${year}年${m}月${d}日`;
}

/** The weekday without brackets: 「木」. */
export function weekdayOf(date: CivilDate): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The fiscal year (年度) of a civil date: 1 April to 31 March, named by the year in which it begins. */
export function fiscalYearOf(date: CivilDate): number {
  const [y, m] = partsOf(date);
  return m >= 4 ? y : y - 1;
}

/**
 * The era and year that name a fiscal year: those of 1 April, except that the city's own documents call 2019
 * 令和元年度.
 */
export function japaneseFiscalYearOf(fiscalYear: number): { era: Era; year: number } | undefined {
  return japaneseYearOf(fiscalYear === 2019 ? '2019-05-01' : `${fiscalYear}-04-01`);
}

/** 「令和8年度」, 「令和元年度」. */
export function formatFiscalYear(fiscalYear: number): string {
  const japanese = japaneseFiscalYearOf(fiscalYear);
  return japanese
    ? `${japanese.era.label}${japanese.year === 1 ? '元' : japanese.year}年度`
    : `${fiscalYear}年度`;
}

/** Age in whole years on a day. A person born on 29 February turns a year older on 1 March in common years. */
export function ageOn(bornOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** Days from one civil date to another (negative if `to` is before `from`). */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The civil date `days` days later. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function partsOf(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
