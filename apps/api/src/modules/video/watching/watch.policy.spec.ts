import { describe, expect, it } from '@jest/globals';
import { lengthOf, unionOf, type Range } from '@kizuna/shared/rules/ranges';
import fc from 'fast-check';

import {
  budgetOf,
  claimOf,
  credit,
  greatestSpeed,
  headOf,
  neededMs,
  resumeOf,
  slackMs,
  watchViewOf,
  type WatchAccount,
  type WatchReport,
} from './watch.policy.js';

const durationMs = 420_000;
const nothing: WatchAccount = { ranges: [], present: [] };
const range = fc
  .tuple(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 120_000 }))
  .map(([from, length]): Range => [from, from + length]);
const ranges = fc.array(range, { maxLength: 12 });

/**
 * An honest viewing: at each step a part of the film is played at some speed, perhaps after a jump; reports are
 * cumulative.
 */
const viewing = fc
  .array(
    fc.record({
      realMs: fc.integer({ min: 500, max: 15_000 }),
      speed: fc.constantFrom(0.75, 1, 1.25, 1.5, 2),
      jumpTo: fc.option(fc.integer({ min: 0, max: durationMs - 1 }), { nil: undefined, freq: 4 }),
      arrivesLaterMs: fc.integer({ min: 0, max: 30_000 }),
      lost: fc.boolean(),
      twice: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let at = 0;
    let time = 0;
    let played: Range[] = [];
    const reports: WatchReport[] = [];
    for (const [index, step] of steps.entries()) {
      at = step.jumpTo ?? at;
      const to = Math.min(durationMs, Math.floor(at + step.realMs * step.speed));
      played = unionOf([...played, [at, to]]);
      at = to;
      time += step.realMs;
      const report = {
        startedAt: 0,
        arrivedAt: time + step.arrivesLaterMs,
        claim: claimOf(played, durationMs),
      };
      const last = index === steps.length - 1;
      if (!step.lost || last) reports.push(report);
      if (step.twice) reports.push({ ...report, arrivedAt: report.arrivedAt + 777 });
    }
    return { played, reports: reports.toSorted((a, b) => a.arrivedAt - b.arrivedAt) };
  });

const after = (reports: readonly WatchReport[]) => reports.reduce(credit, nothing);

describe('a claim', () => {
  it('is cut to the film and loses what is empty or reversed', () => {
    expect(
      claimOf(
        [
          [10, 5],
          [7, 7],
          [419_000, 999_999],
          [0, 1_000],
        ],
        durationMs,
      ),
    ).toEqual([
      [0, 1_000],
      [419_000, 420_000],
    ]);
  });

  it('is credited from its beginning when it is too large', () => {
    const { ranges: earned } = credit(nothing, { startedAt: 0, arrivedAt: 10_000, claim: [[0, durationMs]] });
    expect(earned).toEqual([[0, (10_000 + slackMs) * greatestSpeed]]);
  });
});

describe('crediting', () => {
  it('gives an honest viewer everything, however reports are lost, doubled, late or out of order', () => {
    fc.assert(
      fc.property(viewing, ({ played, reports }) => {
        const earned = after(reports);
        expect(earned.ranges).toEqual(unionOf(played));
      }),
      { numRuns: 300 },
    );
  });

  it('never gives more than real time × greatest speed, whatever is claimed and from however many players', () => {
    const hostile = fc.array(
      fc.record({
        startedAt: fc.integer({ min: 0, max: 200_000 }),
        arrivedAt: fc.integer({ min: -50_000, max: 200_000 }),
        claim: ranges.map((claimed) => claimOf(claimed, durationMs)),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(hostile, (reports) => {
        const open = unionOf(
          reports.map(({ startedAt, arrivedAt }) => [startedAt, Math.max(startedAt, arrivedAt)] as const),
        );
        const earned = lengthOf(after(reports).ranges);
        expect(earned).toBeLessThanOrEqual((lengthOf(open) + slackMs) * greatestSpeed);
      }),
      { numRuns: 500 },
    );
  });

  it('never takes anything away, and credits nothing that was not claimed', () => {
    fc.assert(
      fc.property(ranges, ranges, fc.integer({ min: 0, max: 300_000 }), (first, second, realMs) => {
        const before = credit(nothing, {
          startedAt: 0,
          arrivedAt: realMs,
          claim: claimOf(first, durationMs),
        });
        const later = credit(before, { startedAt: 0, arrivedAt: realMs, claim: claimOf(second, durationMs) });
        expect(unionOf([...later.ranges, ...before.ranges])).toEqual(later.ranges);
        const claimed = unionOf([...claimOf(first, durationMs), ...claimOf(second, durationMs)]);
        expect(unionOf([...claimed, ...later.ranges])).toEqual(claimed);
      }),
    );
  });

  it('gives the same report a second time nothing', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 300_000 }), (claimed, arrivedAt) => {
        const report = { startedAt: 0, arrivedAt, claim: claimOf(claimed, durationMs) };
        const once = credit(nothing, report);
        expect(lengthOf(credit(once, report).ranges) - lengthOf(once.ranges)).toBeLessThanOrEqual(
          budgetOf(once),
        );
        expect(credit(once, { ...report, claim: once.ranges })).toEqual(once);
      }),
    );
  });
});

describe('the head of ranges', () => {
  it('has the asked length, or all there is', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 0, max: 600_000 }), (some, milliseconds) => {
        expect(lengthOf(headOf(some, milliseconds))).toBe(Math.min(milliseconds, lengthOf(some)));
      }),
    );
  });
});

describe('what the learner sees', () => {
  it.each([
    ['nothing yet', [], 0, { percent: 0, done: false, remainingMs: neededMs(durationMs), resumeMs: 0 }],
    ['half', [[0, 210_000]], 210_000, { percent: 50, done: false, remainingMs: 189_000, resumeMs: 210_000 }],
    ['up to the black end-frame', [[0, 399_000]], 0, { percent: 95, done: true, remainingMs: 0 }],
    ['one millisecond less', [[0, 398_999]], 0, { percent: 94, done: false, remainingMs: 1 }],
    [
      'everything',
      [[0, durationMs]],
      durationMs,
      { percent: 100, done: true, missingRanges: [], resumeMs: 0 },
    ],
  ] as [string, Range[], number, object][])('%s', (_, credited, position, expected) => {
    expect(watchViewOf(credited, position, durationMs)).toMatchObject(expected);
  });

  it.each([
    [50, [[0, 210_000]], 0, true],
    [99, [[0, 415_000]], 800, false],
  ] as [number, Range[], number, boolean][])(
    'by a threshold of %i %%',
    (thresholdPercent, ranges, remainingMs, done) => {
      expect(watchViewOf(ranges, 0, durationMs, { thresholdPercent })).toMatchObject({
        thresholdPercent,
        remainingMs,
        done,
      });
    },
  );

  it('has nothing left to watch after a group viewing, and keeps the bar of what was watched alone', () => {
    const groupViewing = { heldOn: '2026-06-10', place: '長谷町公民館' };
    expect(watchViewOf([[0, 1_000]], 0, durationMs, { groupViewing })).toMatchObject({
      creditedRanges: [[0, 1_000]],
      remainingMs: 0,
      done: true,
      groupViewing,
    });
  });

  it('leads back to the first missing part after the end', () => {
    expect(
      resumeOf(
        419_500,
        [
          [0, 1_000],
          [90_000, 420_000],
        ],
        durationMs,
      ),
    ).toBe(1_000);
  });

  it('ignores gaps too short to notice', () => {
    expect(
      watchViewOf(
        [
          [0, 100_000],
          [100_400, durationMs],
        ],
        0,
        durationMs,
      ).missingRanges,
    ).toEqual([]);
  });
});
