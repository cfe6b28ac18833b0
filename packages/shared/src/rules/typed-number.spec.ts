import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatFiscalYear } from './civil-date.js';
import { isNumberOf, type PrintedNumber } from './typed-number.js';

const printed = (fiscalYear: number, label: string, serial: number): PrintedNumber => ({
  number: `${formatFiscalYear(fiscalYear)} ${label} 第${serial}号`,
  fiscalYear,
  serial,
});
const twelfth = printed(2026, '入門', 12);

describe('a typed number of a certificate', () => {
  it.each([
    ...[
      '令和8年度 入門 第12号',
      '令和８年度　入門　第１２号',
      '令和8年度入門第12号',
      '令和八年度入門第十二号',
    ],
    ...[
      '第12号',
      '12号',
      '12',
      '１２',
      '十二',
      '第十二号',
      '第一二号',
      '第拾弐号',
      '入門第12号',
      '入門 12',
      '入門-12',
    ],
    ...[
      'R8入門第12号',
      'r8 入門 12',
      'R8-入門-12',
      'Ｒ８ー入門ー１２',
      '令8 入門 12',
      '8年度 12号',
      '8 入門 12',
    ],
    ...[
      '2026年度 第12号',
      '2026-12',
      '西暦2026年度入門12',
      'No.12',
      '№12',
      '入門 #12',
      '令和8年度、入門、第12号',
    ],
    ...[
      '令和8年 入門 第12号',
      '令和8年度‐入門–第12号',
      '令和8年度—入門−第12号。',
      '「令和8年度 入門 第12号」',
      ' 第 12 号 ',
    ],
  ])('%s is number 12 of 入門 in 令和8年度', (typed) => {
    expect(isNumberOf(typed, twelfth)).toBe(true);
  });

  it.each([
    ...[
      '第13号',
      '令和7年度 入門 第12号',
      '令和8年度 傾聴 第12号',
      '傾聴12',
      '平成8年度 第12号',
      'R7-入門-12',
    ],
    ...[
      '',
      '号',
      '第号',
      '令和8年度 入門',
      '入門',
      '第112号',
      '第1号',
      '2025-12',
      '令和8年度 入門入門 第12号',
      '第12号A',
    ],
  ])('%s is not', (typed) => {
    expect(isNumberOf(typed, twelfth)).toBe(false);
  });

  it('knows the first year of an era by all its names', () => {
    const first = printed(2019, '傾聴', 1);
    expect(first.number).toBe('令和元年度 傾聴 第1号');
    const names = [
      '令和元年度傾聴第1号',
      '令和1年度 傾聴 第一号',
      'R1 傾聴 1',
      'R元年度1号',
      '平成31年度 傾聴 第1号',
      '2019 1',
    ];
    expect(names.filter((name) => !isNumberOf(name, first))).toEqual([]);
  });

  it.each(['3級', '一般', 'リーダー', 'R講座', '2', '令和塾', 'AI入門', '十代', ''])(
    'works for a course called %s',
    (label) => {
      const number = printed(2026, label, 7);
      expect(isNumberOf(number.number, number)).toBe(true);
      expect(isNumberOf(`${label} 第7号`, number)).toBe(true);
      expect(isNumberOf(`${label} 第8号`, number)).toBe(false);
    },
  );

  const kanjiOf = (value: number) => {
    const units = ['', '十', '百', '千'];
    const places = [...String(value)].toReversed();
    const one = (digit: string, place: number) => {
      if (digit === '0') return '';
      const kanji = '〇一二三四五六七八九'[Number(digit)]!;
      return (digit === '1' && place > 0 ? '' : kanji) + units[place]!;
    };
    return places.map(one).toReversed().join('');
  };
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

  it('matches in every spelling, and never with another serial or year', () => {
    const years = fc.integer({ min: 2019, max: 2060 });
    const serials = fc.integer({ min: 1, max: 9999 });
    const labels = fc.constantFrom('入門', '傾聴', '地域サポーター', 'リーダー');
    const gap = fc.constantFrom('', ' ', '　', '-', 'ー', '‐', '−', '–', '・');
    const ways = fc.constantFrom<(text: string) => string>((t) => t, fullWidth);
    fc.assert(
      fc.property(
        years,
        serials,
        labels,
        gap,
        ways,
        fc.boolean(),
        serials,
        (year, serial, label, g, way, kanji, other) => {
          const number = printed(year, label, serial);
          const write = (n: number) => (kanji ? kanjiOf(n) : String(n));
          const typed = (n: number, y = year) =>
            way(`令和${write(y - 2018)}年度${g}${label}${g}第${write(n)}号`);
          expect(isNumberOf(typed(serial), number)).toBe(true);
          expect(isNumberOf(way(`第${g}${write(serial)}${g}号`), number)).toBe(true);
          expect(isNumberOf(typed(other), number)).toBe(other === serial);
          expect(isNumberOf(typed(serial, year + 1), number)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        expect(typeof isNumberOf(typed, twelfth)).toBe('boolean');
      }),
    );
  });
});
