import { describe, expect, it } from '@jest/globals';

import { neutralCell } from './reporting.csv.policy.js';

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
