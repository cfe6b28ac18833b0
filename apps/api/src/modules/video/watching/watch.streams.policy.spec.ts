import { describe, expect, it } from '@jest/globals';
import { lengthOf, newlyCovered, unionOf, type Range } from '@kizuna/shared/rules/ranges';
import fc from 'fast-check';

import {
  claimOf,
  credit,
  greatestSpeed,
  joined,
  mostPieces,
  slackMs,
  watchViewOf,
  type WatchAccount,
  type WatchReport,
} from './watch.policy.js';

/** Number of streams per kind. The seed is printed on failure, so that a run can be reproduced. */
const streams = 10_000;
const nothing: WatchAccount = { ranges: [], present: [] };
const day = 86_400_000;

interface Step {
  realMs: number;
  speed: number;
  kind: 'play' | 'pause' | 'seek';
  to: number;
  fate: 'arrives' | 'late' | 'twice' | 'lost';
  delayMs: number;
}
interface Sitting {
  steps: Step[];
  /** How long the viewer pauses before it. */
  awayMs: number;
  /** The player starts this long before the server is notified. */
  startsEarlyMs: number;
  /** How long the tablet holds back the last report. */
  keptMs: number;
  /** Watched in parallel with the previous sitting, on a second screen: both at normal speed. */
  beside: boolean;
}

const step = fc.record<Step>({
  realMs: fc.integer({ min: 100, max: 60_000 }),
  speed: fc.constantFrom(0.75, 1, 1.25, 1.5, 1.75, 2),
  kind: fc.constantFrom('play', 'play', 'play', 'pause', 'seek'),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  fate: fc.constantFrom('arrives', 'arrives', 'late', 'twice', 'lost'),
  delayMs: fc.integer({ min: 0, max: 20 * 60_000 }),
});
const sitting = fc.record<Sitting>({
  steps: fc.array(step, { minLength: 1, maxLength: 15 }),
  awayMs: fc.integer({ min: 0, max: 2 * day }),
  startsEarlyMs: fc.integer({ min: 0, max: slackMs / 4 }),
  keptMs: fc.constantFrom(0, 0, 300, 20 * 60_000, day),
  beside: fc.boolean(),
});
const film = fc.record({
  durationMs: fc.integer({ min: 20_000, max: 900_000 }),
  /** Black frames at the end, which nobody watches. */
  blackMs: fc.constantFrom(0, 0, 800, 3_000),
});
const viewing = fc.record({ film, sittings: fc.array(sitting, { minLength: 1, maxLength: 4 }) });

/** What was really seen, and what the server receives in order of arrival. */
function hearing({
  film: { durationMs, blackMs },
  sittings,
}: {
  film: { durationMs: number; blackMs: number };
  sittings: Sitting[];
}) {
  const end = durationMs - blackMs;
  const seen: Range[] = [];
  const reports: WatchReport[] = [];
  let now = 0;
  let before = 0;
  for (const { steps, awayMs, startsEarlyMs, keptMs, beside } of sittings) {
    const openedAt = beside ? before : now + awayMs;
    const ordinary = beside || sittings.some((one) => one.beside);
    const startedAt = openedAt + startsEarlyMs;
    let time = openedAt;
    let at = 0;
    let played: Range[] = [];
    for (const one of steps) {
      time += one.realMs;
      if (one.kind === 'seek') at = Math.floor(one.to * end);
      if (one.kind !== 'pause') {
        const to = Math.min(
          end,
          Math.floor(at + one.realMs * (ordinary ? Math.min(1, one.speed) : one.speed)),
        );
        played = unionOf([...played, [at, to]]);
        at = to;
      }
      const report = { startedAt, arrivedAt: time, claim: claimOf(played, durationMs) };
      if (one.fate !== 'lost')
        reports.push(one.fate === 'late' ? { ...report, arrivedAt: time + one.delayMs } : report);
      if (one.fate === 'twice') reports.push({ ...report, arrivedAt: time + one.delayMs });
    }
    reports.push({ startedAt, arrivedAt: time + keptMs, claim: claimOf(played, durationMs) });
    seen.push(...played);
    before = openedAt;
    now = Math.max(now, time);
  }
  return { seen: unionOf(seen), reports: reports.toSorted((a, b) => a.arrivedAt - b.arrivedAt) };
}

const after = (reports: readonly WatchReport[]) => reports.reduce(credit, nothing);

describe('honest streams', () => {
  it(`of ${streams} viewers give exactly what was really played: orders, doubles, delays, screens, days, speeds`, () => {
    fc.assert(
      fc.property(viewing, (one) => {
        const { seen, reports } = hearing(one);
        expect(after(reports).ranges).toEqual(seen);
      }),
      { numRuns: streams },
    );
  });

  it('end in the same account in whatever order the reports of a sitting arrive', () => {
    fc.assert(
      fc.property(viewing, fc.infiniteStream(fc.nat(1_000)), ({ film: one, sittings }, keys) => {
        const { seen, reports } = hearing({ film: one, sittings });
        const last = reports.at(-1)!.arrivedAt;
        const shuffled = reports
          .map((report) => ({ report: { ...report, arrivedAt: last }, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ report }) => report);
        expect(after(shuffled).ranges).toEqual(seen);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a viewer who saw all but the black end are done', () => {
    fc.assert(
      fc.property(film, fc.constantFrom(0.75, 1, 1.5, 2), ({ durationMs }, speed) => {
        const seen: Range = [0, durationMs - Math.min(3_000, Math.floor(durationMs / 20))];
        const report = {
          startedAt: 0,
          arrivedAt: Math.ceil(seen[1] / speed),
          claim: claimOf([seen], durationMs),
        };
        expect(watchViewOf(after([report]).ranges, 0, durationMs).done).toBe(true);
      }),
    );
  });
});

const forgedRange = fc.oneof(
  fc.tuple(
    fc.integer({ min: -90_000, max: 2_000_000_000 }),
    fc.integer({ min: -90_000, max: 2_000_000_000 }),
  ),
  fc.tuple(fc.integer({ min: 0, max: 900_000 }), fc.integer({ min: 0, max: 900_000 })),
  fc.constant([0, Number.MAX_SAFE_INTEGER] as [number, number]),
);
const forgery = fc.record({
  durationMs: fc.integer({ min: 20_000, max: 900_000 }),
  reports: fc.array(
    fc.record({
      player: fc.nat(4),
      /** Negative: the server's clock was set back between two reports. */
      waitMs: fc.integer({ min: -20_000, max: 60_000 }),
      played: fc.array(forgedRange, { maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

/** Forged claims over several players that were opened by their first report. */
function forgedReports({
  durationMs,
  reports,
}: typeof forgery extends fc.Arbitrary<infer T> ? T : never): WatchReport[] {
  const openedAt = new Map<number, number>();
  let now = 1_000_000;
  return reports.map(({ player, waitMs, played }) => {
    if (!openedAt.has(player)) openedAt.set(player, now);
    now += waitMs;
    return { startedAt: openedAt.get(player)!, arrivedAt: now, claim: claimOf(played, durationMs) };
  });
}

describe('hostile streams', () => {
  it(`of ${streams} forgers never gain more than real time × the greatest speed, and nothing that was not claimed`, () => {
    fc.assert(
      fc.property(forgery, (one) => {
        const reports = forgedReports(one);
        const { ranges } = after(reports);
        const open = unionOf(reports.map((r) => [r.startedAt, Math.max(r.startedAt, r.arrivedAt)] as const));
        expect(lengthOf(ranges)).toBeLessThanOrEqual((lengthOf(open) + slackMs) * greatestSpeed);
        expect(newlyCovered(unionOf(reports.flatMap(({ claim }) => claim)), ranges)).toEqual([]);
        expect(ranges.every(([from, to]) => from >= 0 && to <= one.durationMs)).toBe(true);
      }),
      { numRuns: streams },
    );
  });

  it('gain nothing by saying it late: the budget is the time a player was open, said at once or the next day', () => {
    fc.assert(
      fc.property(forgery, fc.integer({ min: 0, max: day }), (one, lateMs) => {
        const reports = forgedReports(one);
        const late = reports.map((report) => ({ ...report, arrivedAt: report.arrivedAt + lateMs }));
        const open = unionOf(late.map((r) => [r.startedAt, Math.max(r.startedAt, r.arrivedAt)] as const));
        expect(lengthOf(after(late).ranges)).toBeLessThanOrEqual((lengthOf(open) + slackMs) * greatestSpeed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('cannot break an account into dust', () => {
    const dust = (offset: number) =>
      Array.from({ length: mostPieces }, (_, i): Range => [i * 100 + offset, i * 100 + offset + 1]);
    const account = joined(joined([], dust(0)), dust(10));
    expect(account).toEqual(dust(0));
    expect(joined(account, [[0, 900_000]])).toEqual([[0, 900_000]]);
  });
});
