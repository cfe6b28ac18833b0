import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { inColumns } from './envelope.policy.js';

describe('the columns of an envelope', () => {
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
