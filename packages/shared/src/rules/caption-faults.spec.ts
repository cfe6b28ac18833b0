import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { faultsOf, hasErrors, mendedCues, paceOf, widthOf, type CaptionFaultCode } from './caption-faults.js';
import type { Cue } from './captions.js';

const cue = (fromMs: number, toMs: number, text = 'はい'): Cue => ({ fromMs, toMs, text });

describe('captions', () => {
  it.each<[string, Cue[], [number, CaptionFaultCode][]]>([
    ['well made', [cue(0, 1_000), cue(1_000, 2_000)], []],
    ['without text', [cue(0, 1_000, ' \n ')], [[0, 'empty']]],
    ['that end before they begin', [cue(2_000, 1_000)], [[0, 'times']]],
    ['that overlap, in any order', [cue(1_500, 3_000), cue(1_000, 2_000)], [[0, 'overlap']]],
    [
      'under a long one',
      [cue(0, 9_000), cue(1_000, 2_000), cue(3_000, 4_000)],
      [
        [1, 'overlap'],
        [2, 'overlap'],
      ],
    ],
    ['that begin after the film', [cue(10_000, 11_000)], [[0, 'after_end']]],
    ['that end after the film', [cue(9_000, 11_000)], [[0, 'ends_late']]],
    ['too fast to read', [cue(0, 1_000, '一二三四五六七八')], [[0, 'too_fast']]],
    ['just slow enough', [cue(0, 1_000, '一二三四五六七')], []],
    ['too long for a line', [cue(0, 9_000, 'あ'.repeat(21))], [[0, 'line_too_long']]],
    ['of three lines', [cue(0, 9_000, 'あ\nい\nう')], [[0, 'too_many_lines']]],
  ])('%s', (_, cues, faults) => {
    expect(faultsOf(cues, 10_000).map(({ index, code }) => [index, code])).toEqual(faults);
  });

  it('can be checked without a film', () => {
    expect(faultsOf([cue(10_000, 11_000)], null)).toEqual([]);
  });

  it('may be saved with warnings only', () => {
    expect(hasErrors(faultsOf([cue(0, 1, 'あ')], 10))).toBe(false);
    expect(hasErrors(faultsOf([cue(0, 1, '')], 10))).toBe(true);
  });
});

describe('a file from another program', () => {
  it('is corrected if it was only rounded', () => {
    expect(mendedCues([cue(1_000, 2_000), cue(0, 1_050), cue(5_000, 10_500)], 10_000)).toEqual([
      cue(0, 1_000),
      cue(1_000, 2_000),
      cue(5_000, 10_000),
    ]);
    expect(mendedCues([cue(0, 3_000), cue(1_000, 2_000)], null)).toEqual([cue(0, 3_000), cue(1_000, 2_000)]);
  });

  it('never loses or reverses a caption', () => {
    const any = fc.record({ fromMs: fc.nat(12_000), length: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(fc.array(any), (made) => {
        const mended = mendedCues(
          made.map(({ fromMs, length }) => cue(fromMs, fromMs + length)),
          10_000,
        );
        expect(mended).toHaveLength(made.length);
        expect(mended.every(({ fromMs, toMs }) => toMs > fromMs)).toBe(true);
      }),
    );
  });
});

describe('the width of a text', () => {
  it.each([
    ['漢字かな', 4],
    ['abcd', 2],
    ['ｶﾀｶﾅ', 2],
    ['が\n。', 2],
    ['か\u3099', 1],
    ['한국', 2],
    ['𠮷', 1],
  ])('%j is %d', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('has a pace', () => {
    expect(paceOf(cue(0, 2_000, '一二三四'))).toBe(2);
    expect(paceOf(cue(0, 0, '一'))).toBe(Infinity);
  });
});
