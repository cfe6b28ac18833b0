import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';

import { anApplication } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let office: TestClient;
beforeAll(async () => {
  api = await startTestApi();
  office = api.as(await aPerson(api).withRoles('office').signedIn());
});
afterAll(() => api.close());

interface Row {
  id: string;
  status: string;
  waitingNumber: number | null;
}

const rowsOf = (run: BuiltRun) =>
  api.rows<Row>(
    `SELECT id, status, waiting_number AS "waitingNumber" FROM enrolments WHERE course_run_id = $1
     ORDER BY waiting_number NULLS FIRST, id`,
    [run.courseRunId],
  );
const countersOf = async (run: BuiltRun) =>
  (await api.rows('SELECT capacity, taken, waiting FROM course_runs WHERE id = $1', [run.courseRunId]))[0];

/** Numbers of a status agree with the run's counters; no seat is empty while somebody waits; no seat too many. */
async function expectSound(run: BuiltRun): Promise<Row[]> {
  const rows = await rowsOf(run);
  const holding = rows.filter(({ status }) =>
    ['applied', 'selected', 'confirmed', 'completed'].includes(status),
  );
  const waiting = rows.filter(({ status }) => status === 'waitlisted');
  const counters = await countersOf(run);
  expect(counters).toMatchObject({ taken: holding.length, waiting: waiting.length });
  expect(holding.length).toBeLessThanOrEqual(counters!.capacity);
  expect(holding.length === counters!.capacity || waiting.length === 0).toBe(true);
  return rows;
}

describe('the race for seats', () => {
  it('gives 20 seats to 500 applicants: exactly 20, the rest in order, everybody answered', async () => {
    const run = await aCourseRun(api).withSeats(20).heldOn('2026-07-02').planned();
    const answers = await Promise.all(
      Array.from({ length: 500 }, () =>
        api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    expect(answers.filter(({ body }) => body.status === 'applied')).toHaveLength(20);
    const positions = answers.flatMap(({ body }) => body.waitingPosition ?? []);
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 480 }, (_, i) => i + 1));
    expect(new Set(answers.map(({ body }) => body.receptionNumber)).size).toBe(500);
    const rows = await expectSound(run);
    expect(rows.flatMap(({ waitingNumber }) => waitingNumber ?? [])).toEqual(
      Array.from({ length: 480 }, (_, i) => i + 1),
    );
    const events = await api.rows(
      'SELECT type, count(*)::int AS n FROM outbox_events WHERE payload ->> $1 = $2 GROUP BY type ORDER BY type',
      ['courseRunId', run.courseRunId],
    );
    expect(events).toEqual([
      { type: 'enrolment.application_received', n: 20 },
      { type: 'enrolment.application_waitlisted', n: 480 },
    ]);
  }, 60_000);

  it('keeps the order while 50 withdraw, the office decides and new people apply at once', async () => {
    const run = await aCourseRun(api).withSeats(20).heldOn('2026-07-02').planned();
    for (let i = 0; i < 100; i += 1)
      await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) });
    const before = await rowsOf(run);
    const leaving = before.filter((_, i) => i % 2 === 0).slice(0, 50);
    const withdraw = (row: Row) =>
      office.call(enrolmentEndpoints.withdrawEnrolment, {
        params: { enrolmentId: row.id },
        body: { reason: '都合により' },
      });
    const answers = await Promise.all([
      ...leaving.map(withdraw),
      office.call(enrolmentEndpoints.confirmEnrolments, {
        body: {
          enrolmentIds: before.slice(1, 40).map(({ id }) => id),
        },
      }),
      ...Array.from({ length: 20 }, () =>
        api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) }),
      ),
      office.call(enrolmentEndpoints.declineEnrolment, {
        params: { enrolmentId: before[41]!.id },
        body: { reason: '重複' },
      }),
    ]);
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    const after = await expectSound(run);
    const left = new Set([...leaving.map(({ id }) => id), before[41]!.id]);
    const numbered = after.filter(({ id, waitingNumber }) => waitingNumber !== null && !left.has(id));
    const movedUp = numbered.filter(({ status }) => status !== 'waitlisted').map((row) => row.waitingNumber!);
    const stillWaiting = numbered
      .filter(({ status }) => status === 'waitlisted')
      .map((row) => row.waitingNumber!);
    expect(Math.max(...movedUp)).toBeLessThan(Math.min(...stillWaiting));
    expect(before.map(({ id, waitingNumber }) => [id, waitingNumber])).toEqual(
      before.map(({ id }) => [id, after.find((row) => row.id === id)!.waitingNumber]),
    );
  }, 60_000);

  it('lets one person press the button twice at once and be in the run once', async () => {
    const run = await aCourseRun(api).planned();
    const body = anApplication(run.courseRunId);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.anonymous.call(enrolmentEndpoints.applyForRun, { body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    expect(await expectSound(run)).toHaveLength(1);
  });
});

describe('the waiting list', () => {
  it('moves up when the office adds seats', async () => {
    const run = await aCourseRun(api).withSeats(1).heldOn('2026-07-02').planned();
    for (let i = 0; i < 4; i += 1)
      await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) });
    const plan = {
      courseId: run.course.courseId,
      name: '第1回',
      opensAt: '2026-06-01T00:00:00Z',
      closesAt: '2026-07-01T00:00:00Z',
      capacity: 3,
      status: 'published',
    };
    expect(
      (
        await office.call(coursesEndpoints.changeCourseRun, {
          params: { courseRunId: run.courseRunId },
          body: plan,
        })
      ).status,
    ).toBe(200);
    // Until the outbox was told, a newcomer does not overtake those who wait
    const late = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId),
    });
    expect(late.body.status).toBe('waitlisted');
    await api.settle();
    const rows = await expectSound(run);
    expect(rows.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'applied',
      'waitlisted',
      'waitlisted',
    ]);
    const told = await api.rows(
      `SELECT type FROM outbox_events WHERE type = 'enrolment.seat_offered' AND payload ->> 'courseRunId' = $1`,
      [run.courseRunId],
    );
    expect(told).toHaveLength(2);
  });

  it('stands still once the first training day has begun', async () => {
    const run = await aCourseRun(api).withSeats(1).heldOn('2026-06-10').planned();
    for (let i = 0; i < 2; i += 1)
      await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) });
    const [first] = await rowsOf(run);
    const before = api.clock.now();
    api.clock.set('2026-06-10T13:30:00+09:00');
    await office.call(enrolmentEndpoints.withdrawEnrolment, {
      params: { enrolmentId: first!.id },
      body: { reason: '体調不良' },
    });
    expect((await rowsOf(run)).map(({ status }) => status)).toEqual(['withdrawn', 'waitlisted']);
    api.clock.set(before);
  });

  it('ends, with everybody told, when the run is cancelled', async () => {
    const run = await aCourseRun(api).withSeats(1).planned();
    for (let i = 0; i < 3; i += 1)
      await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) });
    const plan = {
      courseId: run.course.courseId,
      name: '第1回',
      opensAt: '2026-06-01T00:00:00Z',
      closesAt: '2026-07-01T00:00:00Z',
      capacity: 1,
      status: 'cancelled',
    };
    await office.call(coursesEndpoints.changeCourseRun, {
      params: { courseRunId: run.courseRunId },
      body: plan,
    });
    await api.settle();
    expect((await rowsOf(run)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect(await countersOf(run)).toEqual({ capacity: 1, taken: 0, waiting: 0 });
    const refused = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId),
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'enrolment.run_cancelled']);
  });
});
