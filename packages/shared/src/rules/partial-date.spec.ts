import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, formatFiscalYear, formatJapaneseDate } from './civil-date.js';
import {
  comparePartialDates,
  formatPartialDate,
  isPartialDate,
  readTypedDate,
  readTypedFiscalYear,
} from './partial-date.js';

const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1930-01-01', days));

describe('a date as written in a list', () => {
  it.each([
    ['平成27年3月15日', '2015-03-15'],
    ['H27.3.15', '2015-03-15'],
    ['h27/03/15', '2015-03-15'],
    ['平成27年3月', '2015-03'],
    ['2015-3-15', '2015-03-15'],
    ['2015/3', '2015-03'],
    ['２０１５年３月１５日', '2015-03-15'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['R1.5.1', '2019-05-01'],
    ['平成 27 年 3 月 15 日', '2015-03-15'],
    ['平成27年', '2015'],
    ['昭和64年1月7日', '1989-01-07'],
  ])('%s is %s', (typed, date) => expect(readTypedDate(typed)).toBe(date));

  it.each([
    '',
    '27.3.15',
    '平成27年2月30日',
    '平成31年6月1日',
    '令和元年4月1日',
    '2015年13月',
    '三月',
    '0年',
    '平成0年1月1日',
  ])('%p is not a date', (typed) => expect(readTypedDate(typed)).toBeUndefined());

  it('reads back every printed date', () => {
    fc.assert(fc.property(day, (date) => expect(readTypedDate(formatJapaneseDate(date))).toBe(date)));
  });
});

describe('a fiscal year as written in a list', () => {
  it.each([
    ['平成27年度', 2015],
    ['H27', 2015],
    ['2015', 2015],
    ['令和元年度', 2019],
    ['平成31年度', 2019],
    ['Ｒ８年度', 2026],
  ])('%s is %d', (typed, year) => expect(readTypedFiscalYear(typed)).toBe(year));
  it.each(['', '27', '来年度', '20155'])('%p is not a fiscal year', (typed) =>
    expect(readTypedFiscalYear(typed)).toBeUndefined(),
  );
  it('reads back every printed year', () => {
    for (let year = 1930; year < 2040; year += 1)
      expect(readTypedFiscalYear(formatFiscalYear(year))).toBe(year);
  });
});

describe('a partially known date', () => {
  it.each([
    ['2015-03-15', '平成27年3月15日'],
    ['2015-03', '平成27年3月(日は不明)'],
    ['2019', '2019年(月日は不明)'],
  ])('%s is shown as %s', (date, words) => expect(formatPartialDate(date)).toBe(words));
  it.each([
    ['2015', true],
    ['2015-03', true],
    ['2015-13', false],
    ['2015-02-30', false],
    ['15', false],
    ['0000', false],
  ])('%s exists: %s', (date, exists) => expect(isPartialDate(date)).toBe(exists));
  it('compares as far as both dates are known', () => {
    expect(comparePartialDates('2015-03', '2015-03-15')).toBe(0);
    expect(comparePartialDates('2015-02', '2015-03-15')).toBe(-1);
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(comparePartialDates(a, b)) + Math.sign(comparePartialDates(b, a))).toBe(0);
      }),
    );
  });
});
