import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipTo, lengthOf, missingOf, newlyCovered, unionOf, type Range } from './ranges.js';

const range = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [a, b] as Range);
const covers = (ranges: readonly Range[], at: number) => ranges.some(([from, to]) => at >= from && at < to);

describe('ranges', () => {
  it.each<[Range[], Range[]]>([
    [[], []],
    [[[5, 5]], []],
    [
      [
        [0, 10],
        [10, 20],
      ],
      [[0, 20]],
    ],
    [
      [
        [30, 40],
        [0, 10],
        [5, 12],
      ],
      [
        [0, 12],
        [30, 40],
      ],
    ],
    [[[20, 10]], []],
  ])('unites %j to %j', (given, expected) => {
    expect(unionOf(given)).toEqual(expected);
  });

  it('agrees with a set of milliseconds, in any order and with repeats', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
        const union = unionOf([...ranges, ...ranges].toReversed());
        for (let at = 0; at < 500; at += 1) expect(covers(union, at)).toBe(covers(ranges, at));
        expect(union).toEqual(unionOf(union));
      }),
    );
  });

  it('splits a film into watched and missing parts', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), fc.integer({ min: 1, max: 500 }), (ranges, total) => {
        const seen = clipTo(ranges, total);
        expect(lengthOf(seen) + lengthOf(missingOf(ranges, total))).toBe(total);
      }),
    );
  });

  it('finds what a report adds to the known ranges', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), fc.array(range, { maxLength: 8 }), (known, more) => {
        const added = newlyCovered(known, more);
        expect(lengthOf(added) + lengthOf(known)).toBe(lengthOf([...known, ...more]));
      }),
    );
  });
});
