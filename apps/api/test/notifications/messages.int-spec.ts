import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';

import { anApplication } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCourseRun(api).withSeats(50).heldOn('2026-07-01').planned();
});
afterAll(() => api.close());
beforeEach(() => {
  api.mailbox.received.length = 0;
});

async function apply(change: Record<string, unknown>): Promise<string> {
  const answer = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
    body: anApplication(run.courseRunId, change),
  });
  expect(answer.status).toBe(201);
  const [row] = await api.rows(
    `SELECT e.id FROM enrolments e JOIN applications a ON a.id = e.application_id WHERE a.reception_number = $1`,
    [answer.body.receptionNumber],
  );
  return row!.id;
}
const confirm = (enrolmentId: string) =>
  api.as(office).call(enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: [enrolmentId] } });
const list = async (query: QueryOf<typeof notificationsEndpoints.listNotifications>) =>
  (await api.as(office).call(notificationsEndpoints.listNotifications, { query })).body.items;

describe('an applicant who wished mail', () => {
  it('gets one mail for the application, one for the decision, and the invitation, never twice', async () => {
    const enrolmentId = await apply({ name: '森 一郎', email: 'mori@example.jp', replyBy: 'mail' });
    await api.settle();
    expect(api.mailbox.received.map((mail) => mail.subject)).toEqual([
      '【きずな講座】受講のお申し込みを受け付けました',
    ]);
    await confirm(enrolmentId);
    await confirm(enrolmentId);
    await api.settle();
    const subjects = api.mailbox.received.map((mail) => mail.subject).sort();
    expect(subjects).toHaveLength(3);
    expect(subjects).toContain('【きずな講座】受講が決まりました');
    expect(subjects).toContain('【きずな講座】きずな講座のマイページのご案内');
    const decided = api.mailbox.received.find((mail) => mail.subject?.includes('決まりました'));
    expect(decided?.text).toContain('令和8年7月1日(水) 午後1時30分〜午後3時30分');
  });

  it('finds neither link nor code in what is kept', async () => {
    const [row] = await api.rows(`SELECT body, secret_body FROM notifications WHERE kind = 'invitation'`);
    expect(row!.secret_body).toBeNull();
    expect(row!.body).toContain('●●●●●●');
    expect(row!.body).not.toMatch(/token=/);
  });
});

describe('an applicant without mail', () => {
  it('gets a letter that the office prints, once', async () => {
    await confirm(await apply({ name: '林 ウメ', replyBy: 'letter' }));
    await api.settle();
    expect(api.mailbox.received).toHaveLength(0);
    const letters = await list({ channel: 'letter', state: 'queued', q: '林' });
    expect(letters.map((letter: { kind: string }) => letter.kind).sort()).toEqual([
      'application_received',
      'enrolment_confirmed',
    ]);
    expect(
      (
        await api.as(office).call(notificationsEndpoints.markLetterPrinted, {
          params: { notificationId: letters[0]!.notificationId },
        })
      ).body.state,
    ).toBe('printed');
    expect(
      (
        await api.as(office).call(notificationsEndpoints.markLetterPrinted, {
          params: { notificationId: letters[0]!.notificationId },
        })
      ).body.state,
    ).toBe('printed');
    expect(await list({ channel: 'letter', state: 'queued', q: '林' })).toHaveLength(1);
  });
});

describe('a mail that the server refuses', () => {
  it('is shown as failed, and becomes a letter or is tried again', async () => {
    api.mailbox.refuseWith = 550;
    await apply({ name: '断 五郎', email: 'refused@example.jp', replyBy: 'mail' });
    await api.settle();
    const [failed] = await list({ state: 'failed' });
    expect(failed).toMatchObject({ name: '断 五郎', attempts: 1, lastError: '550' });
    const view = await api
      .as(office)
      .call(notificationsEndpoints.getNotification, { params: { notificationId: failed!.notificationId } });
    expect(view.body.can).toEqual({ retry: true, toLetter: true, markPrinted: false });

    api.mailbox.refuseWith = undefined;
    await api
      .as(office)
      .call(notificationsEndpoints.retryNotification, { params: { notificationId: failed!.notificationId } });
    await api.settle();
    expect(api.mailbox.received).toHaveLength(1);
    const again = await api
      .as(office)
      .call(notificationsEndpoints.retryNotification, { params: { notificationId: failed!.notificationId } });
    expect(again).toMatchObject({ status: 422, body: { code: 'notifications.not_failed' } });
  });
});

it('shows people their own messages and nobody else’s', async () => {
  const learner = await aPerson(api).named('見 六').signedIn();
  await api
    .as(learner)
    .call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId, { name: '見 六' }) });
  await api.settle();
  const mine = await api.as(learner).call(notificationsEndpoints.listOwnNotifications);
  expect(mine.body.items).toHaveLength(1);
  expect(
    (
      await api.as(learner).call(notificationsEndpoints.getOwnNotification, {
        params: { notificationId: mine.body.items[0]!.notificationId },
      })
    ).body.body,
  ).toContain('見 六 様');
  expect(
    (
      await api.as(await aPerson(api).signedIn()).call(notificationsEndpoints.getOwnNotification, {
        params: { notificationId: mine.body.items[0]!.notificationId },
      })
    ).status,
  ).toBe(404);
  expect((await api.as(learner).call(notificationsEndpoints.listNotifications)).status).toBe(404);
});
