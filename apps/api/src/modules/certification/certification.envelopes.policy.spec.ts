import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { inColumns, verticalAddress } from './certification.envelopes.policy.js';

describe('an address from top to bottom', () => {
  it.each([
    ['古河市長谷町38-18', '古河市長谷町三八ー一八'],
    ['古河市中央町3-10-56 コーポ絆203', '古河市中央町三ー一〇ー五六　コーポ絆二〇三'],
    ['古河市下大野２８４８', '古河市下大野二八四八'],
  ])('%s', (typed, written) => expect(verticalAddress(typed)).toBe(written));

  it('turns where a word ends', () => {
    expect(inColumns('あいうえお　かきくけ', 8).map((column) => column.join(''))).toEqual([
      'あいうえお',
      'かきくけ',
    ]);
  });

  it('loses no letter, and no column is too long', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[あ-ん𠮷辻]{0,80}$/u),
        fc.integer({ min: 3, max: 30 }),
        (text, most) => {
          const columns = inColumns(text, most);
          expect(columns.flat().join('')).toBe(text);
          for (const column of columns) expect(column.length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
