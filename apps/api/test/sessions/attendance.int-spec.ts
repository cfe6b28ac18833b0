import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';

import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourse, aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let instructor: SignedInPerson;
let stranger: SignedInPerson;
let office: SignedInPerson;
let run: BuiltRun;
let first: BuiltEnrolment;
let second: BuiltEnrolment;

beforeAll(async () => {
  api = await startTestApi();
  instructor = await aPerson(api).withRoles('instructor').signedIn();
  stranger = await aPerson(api).withRoles('instructor').signedIn();
  office = await aPerson(api).withRoles('office').signedIn();
  // Today and next week: two dates of the same training day
  run = await aCourseRun(api)
    .of(await aCourse(api, { trainingDays: 1 }))
    .heldOn('2026-06-10')
    .heldOn('2026-06-17')
    .taughtBy(instructor)
    .planned();
  first = await aConfirmedLearner(
    api,
    run.courseRunId,
    await aPerson(api).named('𠮷田 髙子', 'よしだ たかこ').signedIn(),
  );
  second = await aConfirmedLearner(
    api,
    run.courseRunId,
    await aPerson(api).named('青木 一', 'あおき はじめ').signedIn(),
  );
  api.clock.set('2026-06-10T13:20:00+09:00');
});
afterAll(() => api.close());

const today = () => run.classSessionIds[0]!;
const nextWeek = () => run.classSessionIds[1]!;
const roster = async (as = instructor) =>
  (await api.as(as).call(sessionsEndpoints.getRoster, { params: { classSessionId: today() } })).body;
const mark = (enrolmentId: string, body: object, as = instructor) =>
  api
    .as(as)
    .attempt(sessionsEndpoints.recordAttendance, { params: { classSessionId: today(), enrolmentId }, body });

describe('a training day', () => {
  it('stands on the agenda of its instructor and of the office, not of another instructor', async () => {
    const agenda = async (as: SignedInPerson) =>
      (await api.as(as).call(sessionsEndpoints.listClassSessions)).body.items;
    expect((await agenda(instructor))[0]).toMatchObject({ when: 'today', enrolled: 2, marked: 0 });
    expect(await agenda(office)).toHaveLength(2);
    expect(await agenda(stranger)).toHaveLength(0);
    expect(
      (await api.as(stranger).call(sessionsEndpoints.getRoster, { params: { classSessionId: today() } }))
        .status,
    ).toBe(404);
    expect((await mark(first.enrolmentId, { status: 'present' }, stranger)).status).toBe(404);
    expect((await api.as(first.learner).call(sessionsEndpoints.listClassSessions)).status).toBe(404);
    expect((await api.anonymous.call(sessionsEndpoints.listClassSessions)).status).toBe(401);
  });

  it('lists everybody by reading', async () => {
    const { rows, can } = await roster();
    expect(rows.map((row: { name: string }) => row.name)).toEqual(['青木 一', '𠮷田 髙子']);
    expect(can.record).toBe(true);
  });

  it('takes a mark, answers the record that was written, and stays quiet when it is repeated', async () => {
    for (let i = 0; i < 3; i += 1) {
      const answer = await mark(first.enrolmentId, { status: 'present' });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        status: 'present',
        by: 'hand',
        corrections: 0,
        markedBy: instructor.name,
      });
    }
    expect(
      await api.rows(`SELECT 1 FROM attendances WHERE enrolment_id = $1`, [first.enrolmentId]),
    ).toHaveLength(1);
  });

  it('asks for a reason before it changes a mark, and remembers what stood there', async () => {
    const refused = await mark(first.enrolmentId, { status: 'absent' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'sessions.reason_required' });
    const corrected = await mark(first.enrolmentId, { status: 'left_early', reason: '体調のため途中で帰宅' });
    expect(corrected.body).toMatchObject({
      status: 'left_early',
      corrections: 1,
      reason: '体調のため途中で帰宅',
    });
    const [entry] = await api.rows(
      `SELECT before, after, reason FROM audit_log WHERE subject_id = $1 AND action = 'attendance.corrected'`,
      [first.enrolmentId],
    );
    expect(entry).toMatchObject({ before: { attendance: 'present' }, after: { attendance: 'left_early' } });
  });

  it('writes one mark when two tablets tap at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mark(second.enrolmentId, { status: 'late' }, office)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    const recorded = await api.rows(
      `SELECT 1 FROM audit_log WHERE subject_id = $1 AND action LIKE 'attendance.%'`,
      [second.enrolmentId],
    );
    expect(recorded).toHaveLength(1);
  });

  it('refuses somebody who is not in the run, and a day that has not come', async () => {
    const other = await aConfirmedLearner(api, (await aCourseRun(api).planned()).courseRunId);
    expect((await mark(other.enrolmentId, { status: 'present' })).body.code).toBe('sessions.not_on_roster');
    const early = await api.as(instructor).call(sessionsEndpoints.recordAttendance, {
      params: { classSessionId: nextWeek(), enrolmentId: first.enrolmentId },
      body: { status: 'present' },
    });
    expect(early.body.code).toBe('sessions.outside_window');
  });
});

describe('a card', () => {
  it('checks in once, shows the same record again, and is refused when it was replaced', async () => {
    const learner = await aPerson(api).named('坂本 光', 'さかもと ひかる').signedIn();
    const { enrolmentId } = await aConfirmedLearner(api, run.courseRunId, learner);
    const issue = async () =>
      (await api.as(office).call(peopleEndpoints.issueCard, { params: { personId: learner.personId } })).body
        .card.cardNumber;
    const lost = await issue();
    const card = await issue();
    const checkIn = (cardNumber: string) =>
      api.as(instructor).call(sessionsEndpoints.checkInToSession, {
        params: { classSessionId: today() },
        body: { cardNumber },
      });

    expect((await checkIn(lost)).body.code).toBe('sessions.card_unknown');
    expect((await checkIn('123')).body.code).toBe('sessions.card_unknown');
    const answer = await checkIn(`http://localhost:3000/card/${card}`);
    expect(answer.body).toMatchObject({
      alreadyCheckedIn: false,
      row: { enrolmentId, status: 'present', by: 'card' },
    });
    expect((await checkIn(card)).body).toMatchObject({ alreadyCheckedIn: true, row: { status: 'present' } });
  });

  it('shows the learner the own attendance and nobody else’s', async () => {
    expect(
      (
        await api
          .as(first.learner)
          .call(sessionsEndpoints.listOwnAttendance, { params: { enrolmentId: first.enrolmentId } })
      ).body.items[0]!.status,
    ).toBe('left_early');
    expect(
      (
        await api
          .as(second.learner)
          .call(sessionsEndpoints.listOwnAttendance, { params: { enrolmentId: first.enrolmentId } })
      ).status,
    ).toBe(404);
  });
});

it('marks only those absent who were neither here nor on the other date', async () => {
  const elsewhere = await aConfirmedLearner(api, run.courseRunId);
  const absent = await aConfirmedLearner(api, run.courseRunId);
  api.clock.set('2026-06-17T14:00:00+09:00');
  const secretary = await aPerson(api).withRoles('office').signedIn();
  await api.as(secretary).call(sessionsEndpoints.recordAttendance, {
    params: { classSessionId: nextWeek(), enrolmentId: elsewhere.enrolmentId },
    body: { status: 'present' },
  });
  const answer = await api
    .as(secretary)
    .call(sessionsEndpoints.markRemainingAbsent, { params: { classSessionId: today() } });
  const statusOf = (id: string) =>
    answer.body.rows.find((row: { enrolmentId: string }) => row.enrolmentId === id)!.status;
  expect(statusOf(absent.enrolmentId)).toBe('absent');
  expect(statusOf(elsewhere.enrolmentId)).toBeNull();
  expect(statusOf(second.enrolmentId)).toBe('late');
});
