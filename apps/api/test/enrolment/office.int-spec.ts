import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';

import { aConfirmedLearner, anApplication, anAppliedLearner } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let staff: SignedInPerson;
let office: TestClient;
beforeAll(async () => {
  api = await startTestApi();
  staff = await aPerson(api).withRoles('office').signedIn();
  office = api.as(staff);
});
afterAll(() => api.close());

const entered = (courseRunId: string, change: Record<string, unknown> = {}) => ({
  channel: 'phone',
  ...anApplication(courseRunId, change),
});

describe('the office', () => {
  it('types in an application from the phone, once', async () => {
    const run = await aCourseRun(api).closingAt('2026-06-10T09:00:00+09:00').planned();
    const key = { 'idempotency-key': 'enter-0001-abc' };
    const body = entered(run.courseRunId, {
      channel: 'fax',
      phone: undefined,
      receivedAt: '2026-06-09T17:30:00+09:00',
      bornOn: '1950-04-01',
      officeNote: 'FAXの字が薄い',
    });
    const first = await office.call(enrolmentEndpoints.enterApplication, { body, headers: key });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      channel: 'fax',
      status: 'applied',
      appliedAt: '2026-06-09T08:30:00.000Z',
      officeNote: 'FAXの字が薄い',
      age: 76,
      differsFromPerson: [],
    });
    const again = await office.call(enrolmentEndpoints.enterApplication, { body, headers: key });
    expect(again.body.applicationId).toBe(first.body.applicationId);
    const future = entered(run.courseRunId, { receivedAt: '2026-06-11T00:00:00+09:00' });
    expect((await office.call(enrolmentEndpoints.enterApplication, { body: future })).body.field).toBe(
      'receivedAt',
    );
  });

  it('sees possible duplicates and enters for the person it chose', async () => {
    const run = await aCourseRun(api).planned();
    const known = await aPerson(api)
      .named('齋藤 きよ', 'さいとう きよ')
      .with({ phone: '0280-99-0001' })
      .recorded();
    const { body } = await office.call(enrolmentEndpoints.listDuplicates, {
      query: { kana: 'ｻｲﾄｳ ｷﾖ', phone: '０２８０９９０００１' },
    });
    expect(body.items[0]).toMatchObject({ personId: known.personId, because: ['kana', 'phone'] });
    const chosen = entered(run.courseRunId, { personId: known.personId });
    expect((await office.call(enrolmentEndpoints.enterApplication, { body: chosen })).body.personId).toBe(
      known.personId,
    );
    expect((await office.call(enrolmentEndpoints.enterApplication, { body: chosen })).body.code).toBe(
      'enrolment.already_applied',
    );
    const nobody = entered(run.courseRunId, { personId: '01890000-0000-7000-8000-000000000000' });
    expect((await office.call(enrolmentEndpoints.enterApplication, { body: nobody })).body.field).toBe(
      'personId',
    );
  });

  it('finds applications by half-width reading, old kanji, phone and reception number', async () => {
    const run = await aCourseRun(api).planned();
    const one = await office.call(enrolmentEndpoints.enterApplication, {
      body: entered(run.courseRunId, { name: '髙𣘺 嶋子', kana: 'たかはし しまこ', phone: '0280-66-7788' }),
    });
    for (let i = 0; i < 3; i += 1)
      await office.call(enrolmentEndpoints.enterApplication, { body: entered(run.courseRunId) });
    const searches = [
      'ﾀｶﾊｼ',
      'たかはし しまこ',
      '島子',
      '嶋子',
      '0280-66-7788',
      '６６７７８８',
      one.body.receptionNumber.toLowerCase(),
    ];
    for (const q of searches) {
      const { body } = await office.call(enrolmentEndpoints.listApplications, {
        query: { courseRunId: run.courseRunId, q },
      });
      expect([q, body.items.map((item: { name: string }) => item.name)]).toEqual([q, ['髙𣘺 嶋子']]);
    }
    for (const q of ['%', '_', '\\', "' OR 1=1"]) {
      const { body } = await office.call(enrolmentEndpoints.listApplications, {
        query: { courseRunId: run.courseRunId, q },
      });
      expect([q, body.total]).toEqual([q, 0]);
    }
  });

  it('pages through the inbox without gap or double, with counts by status', async () => {
    const run = await aCourseRun(api).withSeats(2).planned();
    for (let i = 0; i < 5; i += 1)
      await office.call(enrolmentEndpoints.enterApplication, { body: entered(run.courseRunId) });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await office.call(enrolmentEndpoints.listApplications, {
        query: { courseRunId: run.courseRunId, limit: 2, cursor },
      });
      seen.push(...body.items.map((item: { applicationId: string }) => item.applicationId));
      expect(body).toMatchObject({ total: 5, countsByStatus: { applied: 2, waitlisted: 3 } });
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(new Set(seen).size).toBe(5);
    const { body } = await office.call(enrolmentEndpoints.listApplications, {
      query: { courseRunId: run.courseRunId, status: 'waitlisted' },
    });
    expect(body.total).toBe(3);
    expect(body.items.map((item) => item.waitingPosition).sort()).toEqual([1, 2, 3]);
    expect(body.items[0]!.can).toEqual({ confirm: false, decline: true, cancel: true, withdraw: true });
  });

  it('confirms whoever can be, names the others, and sends one message however often it is pressed', async () => {
    const run = await aCourseRun(api).withSeats(1).planned();
    const first = await anAppliedLearner(api, run.courseRunId);
    const second = await anAppliedLearner(api, run.courseRunId);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const body = { enrolmentIds: [first.enrolmentId, second.enrolmentId, unknown] };
    const answers = await Promise.all(
      [1, 2].map(() => office.call(enrolmentEndpoints.confirmEnrolments, { body })),
    );
    for (const answer of answers) {
      expect(answer.body).toEqual({
        confirmed: [first.enrolmentId],
        refused: [
          { enrolmentId: second.enrolmentId, code: 'enrolment.no_seat' },
          { enrolmentId: unknown, code: 'platform.not_found' },
        ],
      });
    }
    const events = await api.rows(
      `SELECT 1 FROM outbox_events WHERE type = 'enrolment.confirmed' AND subject_id = $1`,
      [first.enrolmentId],
    );
    expect(events).toHaveLength(1);
    const history = await api.rows(
      `SELECT action, actor_id, before, after FROM audit_log WHERE subject_id = $1 AND action = 'enrolment.confirmed'`,
      [first.enrolmentId],
    );
    expect(history).toEqual([
      {
        action: 'enrolment.confirmed',
        actor_id: staff.personId,
        before: { status: 'applied' },
        after: { status: 'confirmed' },
      },
    ]);
  });

  it('declines, cancels and withdraws only from states that allow it, with a reason', async () => {
    const run = await aCourseRun(api).planned();
    const { enrolmentId } = await anAppliedLearner(api, run.courseRunId);
    expect(
      (
        await office.call(enrolmentEndpoints.declineEnrolment, {
          params: { enrolmentId },
          body: { reason: ' ' },
        })
      ).body.issues[0]!.code,
    ).toBe('enrolment.reason_required');
    expect(
      (
        await office.call(enrolmentEndpoints.declineEnrolment, {
          params: { enrolmentId },
          body: { reason: '市外の方' },
        })
      ).body.status,
    ).toBe('declined');
    expect(
      (
        await office.call(enrolmentEndpoints.declineEnrolment, {
          params: { enrolmentId },
          body: { reason: '市外の方' },
        })
      ).status,
    ).toBe(200);
    const cancel = await office.call(enrolmentEndpoints.cancelEnrolment, {
      params: { enrolmentId },
      body: {
        reason: '取消',
      },
    });
    expect([cancel.status, cancel.body.code]).toEqual([422, 'enrolment.not_possible_now']);
    const other = await aConfirmedLearner(api, run.courseRunId);
    const cancelled = await office.call(enrolmentEndpoints.cancelEnrolment, {
      params: { enrolmentId: other.enrolmentId },
      body: {
        reason: '転居',
      },
    });
    expect(cancelled.body.status).toBe('cancelled');
  });
});

describe('a learner', () => {
  it('withdraws, twice if need be, and may apply again', async () => {
    const run = await aCourseRun(api).planned();
    const { enrolmentId, learner } = await anAppliedLearner(api, run.courseRunId);
    const first = await api.as(learner).call(enrolmentEndpoints.withdrawOwnEnrolment, {
      params: { enrolmentId },
      body: { reason: '都合が悪くなりました' },
    });
    expect(first.body).toMatchObject({ status: 'withdrawn', can: { withdraw: false, learn: false } });
    expect(
      (
        await api.as(learner).call(enrolmentEndpoints.withdrawOwnEnrolment, {
          params: { enrolmentId },
          body: { reason: '都合が悪くなりました' },
        })
      ).status,
    ).toBe(200);
    expect(await anAppliedLearner(api, run.courseRunId, learner)).not.toMatchObject({ enrolmentId });
  });

  it('never reaches the enrolment of somebody else', async () => {
    const run = await aCourseRun(api).planned();
    const { enrolmentId } = await anAppliedLearner(api, run.courseRunId);
    for (const role of ['learner', 'instructor', 'office'] as const) {
      const stranger = api.as(await aPerson(api).withRoles(role).signedIn());
      const answer = await stranger.call(enrolmentEndpoints.withdrawOwnEnrolment, {
        params: { enrolmentId },
        body: { reason: 'x' },
      });
      expect([role, answer.status, answer.body.code]).toEqual([role, 404, 'platform.not_found']);
    }
    const [row] = await api.rows('SELECT status FROM enrolments WHERE id = $1', [enrolmentId]);
    expect(row!.status).toBe('applied');
  });

  it('and an instructor are kept from every door of the office', async () => {
    const run = await aCourseRun(api).planned();
    const { enrolmentId } = await anAppliedLearner(api, run.courseRunId);
    for (const role of ['learner', 'instructor'] as const) {
      const client = api.as(await aPerson(api).withRoles(role).signedIn());
      const answers = await Promise.all([
        client.call(enrolmentEndpoints.listApplications),
        client.call(enrolmentEndpoints.listDuplicates, { query: { kana: 'か' } }),
        client.call(enrolmentEndpoints.enterApplication, { body: entered(run.courseRunId) }),
        client.call(enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: [enrolmentId] } }),
        ...[
          enrolmentEndpoints.declineEnrolment,
          enrolmentEndpoints.cancelEnrolment,
          enrolmentEndpoints.withdrawEnrolment,
        ].map((endpoint) => client.call(endpoint, { params: { enrolmentId }, body: { reason: 'x' } })),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
  });
});
