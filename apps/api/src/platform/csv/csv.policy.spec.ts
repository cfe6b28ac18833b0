import { describe, expect, it } from '@jest/globals';

import { fileNameOf, neutralCell } from './csv.policy.js';

describe('cells of an export', () => {
  it.each(['=cmd|x', '+1+1', '-2+3', '@SUM(A1)', '＝cmd', '＋1+1', '－x', '＠x', '\t=1', ' =1', '　=1'])(
    'makes %j a text',
    (cell) => {
      expect(neutralCell(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['𠮷田', '渡邉\u{e0101}', '-5', '12.5', '0280-48-0808', 'a=b', ''])('leaves %j', (cell) => {
    expect(neutralCell(cell)).toBe(cell);
  });

  it('writes nothing for nothing', () => {
    expect(neutralCell(null)).toBe('');
    expect(neutralCell(7)).toBe('7');
  });
});

describe('the name of an export', () => {
  it.each([
    [[], '名簿_20260610.csv'],
    [['登録中', '月午前'], '名簿_登録中_月午前_20260610.csv'],
    [['../etc/passwd', 'a b', '"'], '名簿_..etcpasswd_ab_20260610.csv'],
    [['\u0000\r\n:*?'], '名簿_20260610.csv'],
    [['𠮷'.repeat(300)], `名簿_${'𠮷'.repeat(20)}_20260610.csv`],
  ])('of %j', (filters, name) => {
    expect(fileNameOf('名簿', filters, '20260610')).toBe(name);
  });
});
