import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';

import { WatchService } from '../../src/modules/video/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

/**
 * A film of 100 seconds, so that a point of the curve is a second, and five people whose watching is known:
 *  aoki   0–60 s on 10 June, 30–100 s on 11 June: done, 30–60 s twice
 *  ito    0–50 s, of it 10–20 s again after going back; stopped at 50 s; two reports did not get through at first
 *  ueno   said after ten seconds to have seen everything: credited 25 s; stopped at 100 s
 *  endo   takes part and has not begun
 *  other  0–10 s, in a run of somebody else
 */
let api: TestApi;
let course: LearningCourse;
let run: BuiltRun;
let otherRun: BuiltRun;
let office: SignedInPerson;
let teacher: SignedInPerson;
let stranger: SignedInPerson;
const learners = {} as Record<'aoki' | 'ito' | 'ueno' | 'endo' | 'other', BuiltEnrolment>;

beforeAll(async () => {
  api = await startTestApi({ now: '2026-06-10T20:00:00+09:00' });
  course = await aLearningCourse(api);
  office = await aPerson(api).withRoles('office').signedIn();
  teacher = await aPerson(api).withRoles('instructor').signedIn();
  stranger = await aPerson(api).withRoles('instructor').signedIn();
  run = await aCourseRun(api).of(course).heldOn('2026-06-30').taughtBy(teacher).planned();
  otherRun = await aCourseRun(api).of(course).heldOn('2026-07-30').planned();
  const named = { aoki: 'あおき', ito: 'いとう', ueno: 'うえの', endo: 'えんどう', other: 'ほか' };
  for (const [who, kana] of Object.entries(named) as [keyof typeof learners, string][]) {
    const learner = await aPerson(api).named(`=${who}`, kana).signedIn();
    learners[who] = await aConfirmedLearner(api, (who === 'other' ? otherRun : run).courseRunId, learner);
  }
  await watch('aoki', 60_000, [[0, 60_000]], 60_000);
  await watch('ito', 60_000, [[0, 50_000]], 50_000, { replayedRanges: [[10_000, 20_000]], failedReports: 2 });
  await watch('ueno', 10_000, [[0, 100_000]], 100_000);
  await watch('other', 10_000, [[0, 10_000]], 10_000);
  api.clock.set('2026-06-11T06:00:00+09:00');
  await watch('aoki', 70_000, [[30_000, 100_000]], 100_000);
});
afterAll(() => api.close());

async function watch(
  who: keyof typeof learners,
  realMs: number,
  playedRanges: [number, number][],
  positionMs: number,
  more: { replayedRanges?: [number, number][]; failedReports?: number } = {},
) {
  const { enrolmentId, learner } = learners[who];
  const context = { personId: learner.personId, enrolmentId, lessonId: course.videoLessonId };
  const watching = api.get(WatchService);
  const { playbackId } = await api
    .get(Transactions)
    .run(() => watching.startPlayback(context, course.videoId));
  api.clock.advance(realMs);
  const report = { playbackId, sequence: 1, playedRanges, positionMs, replayedRanges: [], failedReports: 0 };
  await watching.report(context, { ...report, ...more });
}
/** The curve as spans of equal points: `0–10: 4/0` is four people and nobody again. */
const spansOf = (points: { fromMs: number; people: number; rewatched: number }[]) => {
  const spans: string[] = [];
  let last = '';
  for (const { fromMs, people, rewatched } of points) {
    const value = `${people}/${rewatched}`;
    if (value !== last) spans.push(`${fromMs / 1000} ${value}`);
    last = value;
  }
  return spans;
};

describe('the curve', () => {
  it('counts who watched each second, and what was watched again', async () => {
    const { body, status } = await api
      .as(office)
      .call(insightEndpoints.getFilmInsight, { params: { videoId: course.videoId } });
    expect(status).toBe(200);
    expect(body.points).toHaveLength(100);
    expect(spansOf(body.points)).toEqual([
      '0 4/0',
      '10 3/1',
      '20 3/0',
      '25 2/0',
      '30 2/1',
      '50 1/1',
      '60 1/0',
    ]);
    expect(body.points.at(-1)).toMatchObject({ fromMs: 99_000, toMs: 100_000 });
  });

  it('tells where those stopped who are not done', async () => {
    const { body } = await api
      .as(office)
      .call(insightEndpoints.getFilmInsight, { params: { videoId: course.videoId } });
    const stops = body.points.filter((point: { stops: number }) => point.stops > 0);
    expect(stops.map((point: { fromMs: number; stops: number }) => [point.fromMs, point.stops])).toEqual([
      [10_000, 1],
      [50_000, 1],
      [99_000, 1],
    ]);
  });

  it('adds up to totals that can be traced to people', async () => {
    const { body } = await api.as(office).call(insightEndpoints.getFilmInsight, {
      params: { videoId: course.videoId },
      query: { courseRunId: run.courseRunId },
    });
    expect(body.totals).toEqual({
      enrolled: 4,
      watched: 3,
      done: 1,
      notDone: 2,
      notStarted: 1,
      medianMs: 50_000,
      playbacks: 4,
      rewatchedMs: 40_000,
      failedReports: 2,
      playbacksWithFailures: 1,
    });
  });

  it('shows the days that are asked for alone', async () => {
    const { body } = await api.as(office).call(insightEndpoints.getFilmInsight, {
      params: { videoId: course.videoId },
      query: { fromOn: '2026-06-11', toOn: '2026-06-11' },
    });
    expect(spansOf(body.points)).toEqual(['0 0/0', '30 1/0']);
    expect(body.totals).toMatchObject({ watched: 1, done: 1, playbacks: 1, rewatchedMs: 0, enrolled: null });
    const none = await api.as(office).call(insightEndpoints.getFilmInsight, {
      params: { videoId: course.videoId },
      query: { fromOn: '2026-06-12' },
    });
    expect(none.body.totals).toMatchObject({ watched: 0, medianMs: null, playbacks: 0 });
  });

  it('refuses days that are none', async () => {
    expect(
      (
        await api.as(office).call(insightEndpoints.getFilmInsight, {
          params: { videoId: course.videoId },
          query: { fromOn: '2026-02-30' },
        })
      ).status,
    ).toBe(400);
  });
});

describe('the people', () => {
  it('stand by kana with the parts they watched, in pages', async () => {
    const first = await api.as(office).call(insightEndpoints.listFilmViewers, {
      params: { videoId: course.videoId },
      query: { courseRunId: run.courseRunId, limit: '2' },
    });
    const rest = await api.as(office).call(insightEndpoints.listFilmViewers, {
      params: { videoId: course.videoId },
      query: { courseRunId: run.courseRunId, limit: '2', cursor: first.body.nextCursor },
    });
    const items = [...first.body.items, ...rest.body.items];
    expect(items.map(({ kana, state, percent }) => [kana, state, percent])).toEqual([
      ['あおき', 'done', 100],
      ['いとう', 'in_progress', 50],
      ['うえの', 'in_progress', 25],
      ['えんどう', 'not_started', 0],
    ]);
    expect(items[1]).toMatchObject({
      ranges: [[0, 50_000]],
      watchedMs: 50_000,
      playbacks: 1,
      failedReports: 2,
    });
    expect(items[3]).toMatchObject({ ranges: [], lastReportAt: null });
    expect(rest.body.nextCursor).toBeNull();
  });

  it('who saw it at a group viewing are counted apart', async () => {
    const groupViewingId = api.get(Ids).next();
    await api.write(
      `INSERT INTO group_viewings (id, video_id, organiser_id, association, place, held_on, starts_at, ends_at,
         expected_count, state, code, revision, created_at)
       VALUES ($1, $2, $3, '長谷町自治会', '長谷町公民館', '2026-06-11', now(), now() + interval '1 hour', 20, 'held',
         'insight', 1, now())`,
      [groupViewingId, course.videoId, office.personId],
    );
    await api.write(
      `INSERT INTO showing_credits (person_id, video_id, group_viewing_id, held_on, place, granted_at)
       SELECT unnest($1::uuid[]), $2, $3, '2026-06-11', '長谷町公民館', now()`,
      [[learners.endo.learner.personId, learners.aoki.learner.personId], course.videoId, groupViewingId],
    );
    const { body } = await api.as(office).call(insightEndpoints.getFilmInsight, {
      params: { videoId: course.videoId },
      query: { courseRunId: run.courseRunId },
    });
    expect(body.groupViewing).toEqual({ viewings: 1, people: 2, notDoneAlone: 1 });
    expect(body.totals).toMatchObject({ watched: 3, notStarted: 0 });
    const { body: list } = await api.as(office).call(insightEndpoints.listFilmViewers, {
      params: { videoId: course.videoId },
      query: { courseRunId: run.courseRunId },
    });
    expect(list.items[3]).toMatchObject({ state: 'not_started', groupViewingOn: '2026-06-11' });
  });
});

describe('an instructor', () => {
  it('sees the people of own runs only', async () => {
    const { body } = await api
      .as(teacher)
      .call(insightEndpoints.getFilmInsight, { params: { videoId: course.videoId } });
    expect(body.totals).toMatchObject({ enrolled: 4, watched: 3 });
    expect(body.runs.map((one: { courseRunId: string }) => one.courseRunId)).toEqual([run.courseRunId]);
    const people = await api
      .as(teacher)
      .call(insightEndpoints.listFilmViewers, { params: { videoId: course.videoId } });
    expect(people.body.items).toHaveLength(4);
    const films = await api.as(teacher).call(insightEndpoints.listInsightFilms);
    expect(films.body.items).toEqual([
      expect.objectContaining({ videoId: course.videoId, watched: 3, done: 1, playbacksWithFailures: 1 }),
    ]);
  });

  it('is told that the films and runs of others do not exist', async () => {
    expect(
      (
        await api.as(teacher).call(insightEndpoints.getFilmInsight, {
          params: { videoId: course.videoId },
          query: { courseRunId: otherRun.courseRunId },
        })
      ).status,
    ).toBe(404);
    const { getFilmInsight, listFilmViewers, exportFilmCurve, exportFilmViewers } = insightEndpoints;
    const params = { videoId: course.videoId };
    for (const endpoint of [getFilmInsight, listFilmViewers, exportFilmCurve, exportFilmViewers])
      expect((await api.as(stranger).attempt(endpoint, { params })).status).toBe(404);
    expect((await api.as(stranger).call(insightEndpoints.listInsightFilms)).body).toEqual({ items: [] });
  });
});

describe('the exports', () => {
  it('open in Excel and hold the same figures', async () => {
    const curve = (
      await api.as(office).call(insightEndpoints.exportFilmCurve, { params: { videoId: course.videoId } })
    ).raw.toString('utf8');
    expect(curve.charCodeAt(0)).toBe(0xfeff);
    expect(curve.split('\r\n')[11]).toBe('0:10,0:11,3,1,1');
    const people = (
      await api.as(office).call(insightEndpoints.exportFilmViewers, {
        params: { videoId: course.videoId },
        query: { courseRunId: run.courseRunId },
      })
    ).raw;
    expect(people.toString('utf8')).toContain("'=ito,いとう,とちゅう,50,0:50,0:00〜0:50,");
  });
});
