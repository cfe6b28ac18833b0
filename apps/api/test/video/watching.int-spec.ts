import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lengthOf, unionOf, type Range } from '@kizuna/shared/rules/ranges';
import fc from 'fast-check';

import { WatchService, type WatchContext } from '../../src/modules/video/index.js';
import { claimOf, credit, type WatchAccount } from '../../src/modules/video/watching/watch.policy.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { aFilm } from '../builders/film.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

const durationMs = 100_000;
let api: TestApi;
let videoId: string;
let context: WatchContext;

beforeAll(async () => {
  api = await startTestApi();
  videoId = await aFilm(api, { durationMs });
});
afterAll(() => api.close());
beforeEach(async () => {
  const ids = api.get(Ids);
  context = {
    personId: (await aPerson(api).recorded()).personId,
    enrolmentId: ids.next(),
    lessonId: ids.next(),
  };
});

const open = (to = context) =>
  api.get(Transactions).run(() => api.get(WatchService).startPlayback(to, videoId));
const tell = (
  playbackId: string,
  sequence: number,
  playedRanges: Range[],
  positionMs = 0,
  more: { replayedRanges?: [number, number][]; failedReports?: number } = {},
) =>
  api.get(WatchService).report(context, {
    playbackId,
    sequence,
    playedRanges: playedRanges.map(([from, to]) => [from, to]),
    positionMs,
    replayedRanges: [],
    failedReports: 0,
    ...more,
  });

async function rangesInDatabase(): Promise<string> {
  const [row] = await api.rows('SELECT ranges::text AS ranges FROM watched_ranges WHERE person_id = $1', [
    context.personId,
  ]);
  return row!['ranges'];
}

describe('an honest viewer', () => {
  it('is credited exactly what was played', async () => {
    const { playbackId, watch } = await open();
    expect(watch).toMatchObject({ percent: 0, done: false, creditedRanges: [], resumeMs: 0 });
    api.clock.advance(10_000);
    await tell(playbackId, 0, [[0, 10_000]], 10_000);
    api.clock.advance(10_000);
    const later = await tell(
      playbackId,
      1,
      [
        [0, 10_000],
        [50_000, 60_000],
      ],
      60_000,
    );
    expect(later).toMatchObject({ percent: 20, resumeMs: 60_000, done: false });
    expect(await rangesInDatabase()).toBe('{[0,10000),[50000,60000)}');
  });

  it('loses nothing when reports are lost, late, doubled or out of order', async () => {
    const { playbackId } = await open();
    api.clock.advance(60_000);
    await tell(playbackId, 6, [[0, 60_000]], 60_000);
    await tell(playbackId, 2, [[0, 20_000]], 20_000);
    await tell(playbackId, 6, [[0, 60_000]], 60_000);
    const state = await tell(playbackId, 3, [[0, 30_000]], 30_000);
    expect(state).toMatchObject({ percent: 60, resumeMs: 60_000 });
    expect(await rangesInDatabase()).toBe('{[0,60000)}');
  });

  it('keeps what was watched on another day and on another screen', async () => {
    const tablet = await open();
    api.clock.advance(30_000);
    await tell(tablet.playbackId, 0, [[0, 30_000]], 30_000);
    api.clock.advance(86_400_000);
    const phone = await open();
    expect(phone.watch).toMatchObject({ percent: 30, resumeMs: 30_000 });
    api.clock.advance(35_000);
    const done = await tell(phone.playbackId, 0, [[30_000, 100_000]], 100_000);
    expect(done).toMatchObject({ done: true, percent: 100, missingRanges: [], remainingMs: 0 });
  });

  it('is done without the black end-frame', async () => {
    const { playbackId } = await open();
    api.clock.advance(95_000);
    expect(await tell(playbackId, 0, [[0, 95_000]], 95_000)).toMatchObject({ done: true, percent: 95 });
  });
});

describe('a claim that cannot be', () => {
  it('is cut to the real time, and comes in full once that has passed', async () => {
    const { playbackId } = await open();
    api.clock.advance(10_000);
    expect(await tell(playbackId, 0, [[0, durationMs]], 0)).toMatchObject({ creditedRanges: [[0, 25_000]] });
    expect(await tell(playbackId, 1, [[0, durationMs]], 0)).toMatchObject({ creditedRanges: [[0, 25_000]] });
    api.clock.advance(40_000);
    expect(await tell(playbackId, 2, [[0, durationMs]], 0)).toMatchObject({ done: true });
  });

  it('earns nothing by opening many players, by old playbacks, or by a clock that goes back', async () => {
    const first = await open();
    const players = await Promise.all(Array.from({ length: 20 }, () => open()));
    await Promise.all(
      players.map(({ playbackId }, index) => tell(playbackId, 0, [[index * 5_000, index * 5_000 + 5_000]])),
    );
    api.clock.advance(-3_600_000);
    const state = await tell(first.playbackId, 0, [[0, durationMs]]);
    expect(lengthOf(state!.creditedRanges)).toBeLessThanOrEqual(5_000);
  });

  it('lies outside the film or the numbers', async () => {
    const { playbackId } = await open();
    api.clock.advance(100_000);
    await tell(
      playbackId,
      5,
      [
        [99_000, 80_000_000],
        [500, 500],
        [3_000, 2_000],
      ],
      86_000_000,
    );
    expect(await rangesInDatabase()).toBe('{[99000,100000)}');
    await tell(playbackId, 5, [[0, 50_000]], 0);
    expect(await rangesInDatabase()).toBe('{[99000,100000)}');
  });

  it("belongs to another person, enrolment or lesson, or to no playback, and is nobody's", async () => {
    const { playbackId } = await open();
    api.clock.advance(50_000);
    const other = { ...context, personId: (await aPerson(api).recorded()).personId };
    const body = {
      playbackId,
      sequence: 0,
      playedRanges: [[0, 50_000]] as [number, number][],
      positionMs: 0,
      replayedRanges: [],
      failedReports: 0,
    };
    const watching = api.get(WatchService);
    expect(await watching.report(other, body)).toBeNull();
    expect(await watching.report({ ...context, enrolmentId: api.get(Ids).next() }, body)).toBeNull();
    expect(await watching.report({ ...context, lessonId: api.get(Ids).next() }, body)).toBeNull();
    expect(await watching.report(context, { ...body, playbackId: api.get(Ids).next() })).toBeNull();
    expect(await rangesInDatabase()).toBe('{}');
  });

  it('cannot swell the memory of sequence numbers', async () => {
    const { playbackId } = await open();
    for (let sequence = 0; sequence < 500; sequence += 2) await tell(playbackId, sequence, []);
    const [row] = await api.rows(
      'SELECT (SELECT count(*)::int FROM unnest(seen_sequences)) AS spans FROM playbacks WHERE id = $1',
      [playbackId],
    );
    expect(row!['spans']).toBeLessThanOrEqual(201);
  });
});

describe('a report that comes late', () => {
  it('is credited after twenty minutes without a network', async () => {
    const { playbackId } = await open();
    api.clock.advance(10_000);
    await tell(playbackId, 0, [[0, 10_000]], 10_000);
    api.clock.advance(20 * 60_000);
    expect(await tell(playbackId, 1, [[0, 100_000]], 100_000)).toMatchObject({ done: true, percent: 100 });
  });

  it('is credited the next day, when the tablet that kept it is opened again', async () => {
    const { playbackId } = await open();
    api.clock.advance(86_400_000);
    const { watch } = await open();
    expect(watch).toMatchObject({ percent: 0 });
    expect(await tell(playbackId, 0, [[0, 96_000]], 96_000)).toMatchObject({ done: true, percent: 96 });
  });

  it('earns no more than one that came at once where a player was open for that long', async () => {
    const { playbackId } = await open();
    api.clock.advance(20_000);
    expect(await tell(playbackId, 0, [[0, durationMs]])).toMatchObject({ creditedRanges: [[0, 45_000]] });
  });
});

describe('a playback', () => {
  const row = async (playbackId: string) =>
    (
      await api.rows(
        `SELECT played::text, replayed::text, position_ms AS position, failed_reports AS failed, threshold_percent AS threshold
         FROM playbacks WHERE id = $1`,
        [playbackId],
      )
    )[0]!;

  it('keeps what it played, what it played again, where it stands and what failed', async () => {
    const { playbackId } = await open();
    api.clock.advance(40_000);
    await tell(playbackId, 4, [[0, 30_000]], 12_000, { replayedRanges: [[5_000, 12_000]], failedReports: 2 });
    await tell(playbackId, 3, [[0, 20_000]], 20_000, { failedReports: 1 });
    expect(await row(playbackId)).toEqual({
      played: '{[0,30000)}',
      replayed: '{[5000,12000)}',
      position: 12_000,
      failed: 2,
      threshold: 95,
    });
  });

  it('is measured by the threshold of the lesson it was opened for', async () => {
    const { playbackId, watch } = await api
      .get(Transactions)
      .run(() => api.get(WatchService).startPlayback(context, videoId, 60));
    expect(watch).toMatchObject({ thresholdPercent: 60, remainingMs: 60_000, done: false });
    api.clock.advance(60_000);
    const told = await tell(playbackId, 0, [[0, 60_000]], 60_000);
    expect(told).toMatchObject({ thresholdPercent: 60, done: true, percent: 60 });
    expect(await tell(playbackId, 0, [[0, 60_000]])).toEqual(told);
  });

  it('does not swell with dust', async () => {
    const { playbackId } = await open();
    api.clock.advance(100_000);
    const dust = (offset: number) =>
      Array.from({ length: 2_000 }, (_, index): Range => [index * 20 + offset, index * 20 + offset + 1]);
    await tell(playbackId, 0, dust(0));
    await tell(playbackId, 1, dust(7));
    await tell(playbackId, 2, dust(13));
    const [pieces] = await api.rows(
      `SELECT (SELECT count(*)::int FROM unnest(w.ranges)) AS account, (SELECT count(*)::int FROM unnest(p.played)) AS played
       FROM playbacks p JOIN watched_ranges w USING (person_id, video_id) WHERE p.id = $1`,
      [playbackId],
    );
    expect(pieces).toEqual({ account: 2_000, played: 2_000 });
    expect(await tell(playbackId, 3, [[0, 100_000]])).toMatchObject({ percent: 100 });
  });
});

describe('the statement', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 110_000 }), fc.integer({ min: 0, max: 40_000 }))
    .map(([from, length]): Range => [from, from + length]);
  const stream = fc.array(
    fc.record({
      waitMs: fc.integer({ min: -5_000, max: 20_000 }),
      player: fc.nat(2),
      played: fc.array(range, { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('does what the policy says, for streams of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(stream, async (steps) => {
        context = { ...context, personId: (await aPerson(api).recorded()).personId };
        let account: WatchAccount = { ranges: [], present: [] };
        const players: { playbackId: string; startedAt: number; sequence: number }[] = [];
        for (const { waitMs, player, played } of steps) {
          players[player] ??= { ...(await open()), startedAt: api.clock.now().getTime(), sequence: 0 };
          api.clock.advance(waitMs);
          const { playbackId, startedAt } = players[player];
          const state = await tell(playbackId, (players[player].sequence += 1), played);
          const claim = claimOf(unionOf(played), durationMs);
          account = credit(account, { startedAt, arrivedAt: api.clock.now().getTime(), claim });
          expect(state!.creditedRanges).toEqual(account.ranges);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('adds up reports that arrive at the same moment', async () => {
    const players = await Promise.all(Array.from({ length: 10 }, () => open()));
    api.clock.advance(60_000);
    await Promise.all(
      players.flatMap(({ playbackId }, player) =>
        Array.from({ length: 5 }, (_, step) => {
          const from = (player * 5 + step) * 2_000;
          return tell(playbackId, step, [[from, from + 2_000]]);
        }),
      ),
    );
    expect(await rangesInDatabase()).toBe('{[0,100000)}');
  });
});
