import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatJapaneseDate } from './civil-date.js';
import { kanjiNumeral, numberOfKanji, withKanjiNumerals, withoutKanjiNumerals } from './kanji-numerals.js';

describe('kanji numerals', () => {
  it.each([
    [0, '〇'],
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [23, '二十三'],
    [100, '百'],
    [105, '百五'],
    [110, '百十'],
    [1000, '千'],
    [2026, '二千二十六'],
    [12345, '一二三四五'],
  ])('%d is written %s', (value, written) => {
    expect(kanjiNumeral(value)).toBe(written);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d', (value) => {
    expect(() => kanjiNumeral(value)).toThrow(RangeError);
  });

  it('reads back every number that it writes', () => {
    fc.assert(fc.property(fc.nat(99_999), (value) => numberOfKanji(kanjiNumeral(value)) === value));
  });

  it('rejects what is not a numeral', () => {
    expect(['', '号', '十百', '百千', 'a'].map(numberOfKanji)).toEqual(Array(5).fill(undefined));
  });

  it('leaves no digit in a date, and never writes 一年 for the first year of an era', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const written = withKanjiNumerals(formatJapaneseDate(addDays('2026-11-23', days)));
        expect(written).toMatch(/^\D+年[一二三四五六七八九十]+月[一二三四五六七八九十]+日$/u);
        expect(written).not.toMatch(/(令和|平成|昭和|大正|明治)一年/u);
      }),
    );
    expect(withKanjiNumerals('令和8年11月23日')).toBe('令和八年十一月二十三日');
    expect(withKanjiNumerals(formatJapaneseDate('2019-05-01'))).toBe('令和元年五月一日');
  });

  it('restores a certificate number to the form in the ledger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 9999 }), (year, serial) => {
        const number = `令和${year}年度 第一種 第${serial}号`;
        expect(withoutKanjiNumerals(withKanjiNumerals(number))).toBe(number);
      }),
    );
    expect(withoutKanjiNumerals('令和元年度 入門 第十二号')).toBe('令和元年度 入門 第12号');
  });
});
