import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  ageOn,
  civilDateOf,
  daysBetween,
  fiscalYearOf,
  formatFiscalYear,
  formatJapaneseDate,
  fromJapaneseDate,
  instantOf,
  isCivilDate,
  japaneseYearOf,
  weekdayOf,
} from './civil-date.js';

describe('civil dates of Japan', () => {
  it.each([
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2026-06-11', '令和8年6月11日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
  ])('writes %s as %s', (date, written) => {
    expect(formatJapaneseDate(date)).toBe(written);
  });

  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-01', 2026],
  ])('puts %s into the fiscal year %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });

  it('calls 2019 令和元年度, never 令和1年度', () => {
    expect(formatFiscalYear(2019)).toBe('令和元年度');
    expect(formatFiscalYear(2026)).toBe('令和8年度');
    expect(formatFiscalYear(2018)).toBe('平成30年度');
  });

  it('changes the day at midnight in Japan, not in UTC', () => {
    expect(civilDateOf(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
    expect(civilDateOf(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
    expect(instantOf('2026-04-01').toISOString()).toBe('2026-03-31T15:00:00.000Z');
  });

  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])('refuses %p', (value) => {
    expect(isCivilDate(value)).toBe(false);
  });

  it.each([
    ['showa', 24, 4, 5, '1949-04-05'],
    ['showa', 64, 1, 7, '1989-01-07'],
    ['showa', 64, 1, 8, undefined],
    ['heisei', 1, 1, 7, undefined],
    ['heisei', 31, 4, 30, '2019-04-30'],
    ['reiwa', 1, 5, 1, '2019-05-01'],
    ['reiwa', 0, 5, 1, undefined],
    ['showa', 23, 2, 30, undefined],
  ] as const)('reads %s %i年%i月%i日 as %s', (era, year, month, day, date) => {
    expect(fromJapaneseDate(era, year, month, day)).toBe(date);
  });

  it('increases the age on the birthday, and on 1 March for people born on 29 February', () => {
    expect(ageOn('1949-06-11', '2026-06-10')).toBe(76);
    expect(ageOn('1949-06-11', '2026-06-11')).toBe(77);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('names the day of the week', () => {
    expect(weekdayOf('2026-06-11')).toBe('木');
  });

  it('reads back every date that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 58_000 }), (offset) => {
        const date = addDays('1873-01-01', offset);
        const japanese = japaneseYearOf(date);
        const [, month, day] = date.split('-').map(Number);
        expect(fromJapaneseDate(japanese!.era.key, japanese!.year, month!, day!)).toBe(date);
        expect(daysBetween('1873-01-01', date)).toBe(offset);
      }),
    );
  });
});
