import { describe, expect, it } from '@jest/globals';
import { mostPoints } from '@kizuna/shared/contracts/insight';
import fc from 'fast-check';

import { boundsOf, filmTimeOf, periodOf, pointsOf, stepOf } from './insight.policy.js';

describe('the points of a curve', () => {
  it.each([
    [60_000, 1_000, 60],
    [420_000, 2_000, 210],
    [4 * 3_600_000, 60_000, 240],
    [500, 1_000, 1],
  ])('of a film of %i ms stand for %i ms each', (durationMs, stepMs, points) => {
    expect(stepOf(durationMs)).toBe(stepMs);
    expect(pointsOf(durationMs, stepMs)).toBe(points);
  });

  it('are never more than the page draws, and cover the film without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 3_600_000 }), (durationMs) => {
        const step = stepOf(durationMs);
        const count = pointsOf(durationMs, step);
        expect(count).toBeLessThanOrEqual(mostPoints);
        let at = 0;
        for (let index = 0; index < count; index += 1) {
          const { fromMs, toMs } = boundsOf(index, durationMs, step);
          expect(fromMs).toBe(at);
          expect(toMs).toBeGreaterThan(fromMs);
          at = toMs;
        }
        expect(at).toBe(durationMs);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a period', () => {
  it('runs from midnight in Japan to the midnight after its last day', () => {
    expect(periodOf('2026-06-11', '2026-06-11')).toEqual({
      from: new Date('2026-06-11T00:00:00+09:00'),
      until: new Date('2026-06-12T00:00:00+09:00'),
    });
    expect(periodOf(undefined, undefined)).toEqual({ from: null, until: null });
  });
});

describe('a moment of the film', () => {
  it.each([
    [0, '0:00'],
    [65_999, '1:05'],
    [3_605_000, '1:00:05'],
  ])('%i ms is %s', (milliseconds, text) => expect(filmTimeOf(milliseconds)).toBe(text));
});
