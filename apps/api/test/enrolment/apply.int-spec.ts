import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';

import { anApplication } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let office: TestClient;
beforeAll(async () => {
  api = await startTestApi();
  office = api.as(await aPerson(api).withRoles('office').signedIn());
});
afterAll(() => api.close());

const hardNames = [
  '𠮷田 花子',
  '髙﨑 たつ',
  '渡邉\u{e0100} 栄',
  '辻\u{e0101} 一',
  'ｶﾞ ｷﾞ',
  'か\u3099 き\u3099',
  '佐々木　みち子',
  '👵🏻 花',
  '長'.repeat(200),
  '<script>alert(1)</script>',
  "=cmd|'/C calc'!A0",
  "O'Brien; DROP TABLE people--",
  'Ａｎｎａ　Ｍｕ\u0308ller',
];

describe('an application', () => {
  it.each(hardNames)('keeps the name %s as it was given', async (name) => {
    const run = await aCourseRun(api).planned();
    const answer = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId, { name }),
    });
    expect([answer.status, answer.body.name]).toEqual([201, name]);
    const [row] = await api.rows(
      `SELECT p.name, a.given ->> 'name' AS given FROM applications a JOIN people p ON p.id = a.person_id
       WHERE a.reception_number = $1`,
      [answer.body.receptionNumber],
    );
    expect(row).toEqual({ name, given: name });
    const { body } = await office.call(enrolmentEndpoints.listApplications, {
      query: { courseRunId: run.courseRunId },
    });
    expect(body.items[0]!.name).toBe(name);
  });

  it.each([
    ['NUL', '古河\u0000花', 'platform.forbidden_character'],
    ['a direction override', '古河\u202e花', 'platform.forbidden_character'],
    ['a lone surrogate', '古河\ud842', 'platform.forbidden_character'],
    ['201 characters', '長'.repeat(201), 'people.name_too_long'],
    ['nothing but blanks', ' 　 ', 'people.name_required'],
  ])('with %s in the name is refused with a reason', async (_, name, code) => {
    const run = await aCourseRun(api).planned();
    const { status, body } = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId, { name }),
    });
    expect([status, body.issues[0]]).toEqual([400, { field: 'name', code }]);
  });

  it('repeated with the same key gets the same receipt, and without it is refused', async () => {
    const run = await aCourseRun(api).planned();
    const body = anApplication(run.courseRunId);
    const key = { 'idempotency-key': 'apply-0001-abcdef' };
    const first = await api.anonymous.call(enrolmentEndpoints.applyForRun, { body, headers: key });
    const again = await api.anonymous.call(enrolmentEndpoints.applyForRun, { body, headers: key });
    expect(first.body.receptionNumber).toMatch(/^R8-\d{6}$/);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await api.anonymous.call(enrolmentEndpoints.applyForRun, { body });
    expect([other.status, other.body.code]).toEqual([409, 'enrolment.already_applied']);
    const reused = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId),
      headers: key,
    });
    expect(reused.body.code).toBe('platform.idempotency_conflict');
  });

  it('finds the person again by reading, birth date and phone, and changes nothing of the record', async () => {
    const known = await aPerson(api)
      .named('髙﨑 𠮷子', 'たかさき よしこ')
      .with({ phone: '０２８０-77-1234', bornOn: '1948-02-29' })
      .recorded();
    const run = await aCourseRun(api).planned();
    const answer = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId, {
        name: '高崎 吉子',
        kana: 'ﾀｶｻｷ ﾖｼｺ',
        phone: '0280771234',
        bornOn: '1948-02-29',
        address: '別の住所1-2-3',
      }),
    });
    const [row] = await api.rows(
      'SELECT a.id, a.person_id, p.name, p.address FROM applications a JOIN people p ON p.id = a.person_id WHERE reception_number = $1',
      [answer.body.receptionNumber],
    );
    expect(row).toMatchObject({ person_id: known.personId, name: '髙﨑 𠮷子' });
    expect(row!.address).not.toBe('別の住所1-2-3');
    const { body } = await office.call(enrolmentEndpoints.getApplication, {
      params: { applicationId: row!.id },
    });
    expect(body.differsFromPerson.sort()).toEqual(['address', 'name']);
    expect(body.given.address).toBe('別の住所1-2-3');
  });

  it.each([
    ['before the window', { openingAt: '2026-06-11T00:00:00+09:00' }, {}, 422, 'enrolment.not_open_yet'],
    ['after the window', { closingAt: '2026-06-10T10:00:00+09:00' }, {}, 422, 'enrolment.closed'],
    ['of a minor without guardian', {}, { bornOn: '2010-01-01' }, 400, 'enrolment.guardian_required'],
    ['below the minimum age', { from: 65 }, { bornOn: '1961-06-11' }, 422, 'enrolment.below_minimum_age'],
    ['of somebody not born yet', {}, { bornOn: '2026-06-11' }, 400, 'people.birth_date_in_future'],
    ['that nobody can answer', {}, { phone: undefined }, 400, 'enrolment.contact_required'],
    [
      'of an unknown district',
      {},
      { districtId: '01890000-0000-7000-8000-000000000000' },
      400,
      'people.district_unknown',
    ],
    ['that wants mail to nowhere', {}, { replyBy: 'mail' }, 400, 'people.email_invalid'],
  ] as const)('%s is refused', async (_, plan, change, status, code) => {
    let run = aCourseRun(api);
    if ('openingAt' in plan) run = run.openingAt(plan.openingAt);
    if ('closingAt' in plan) run = run.closingAt(plan.closingAt);
    if ('from' in plan) run = run.from(plan.from);
    const { courseRunId } = await run.planned();
    const answer = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(courseRunId, change),
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await api.rows('SELECT 1 FROM applications WHERE course_run_id = $1', [courseRunId])).toEqual([]);
  });

  it('without consent is refused, and with extra fields takes nothing from them', async () => {
    const run = await aCourseRun(api).planned();
    const without = await api.anonymous.call(enrolmentEndpoints.applyForRun, {
      body: anApplication(run.courseRunId, { consent: false }),
    });
    expect(without.body.issues).toEqual([{ field: 'consent', code: 'enrolment.consent_required' }]);
    const somebody = await aPerson(api).recorded();
    const sly = anApplication(run.courseRunId, {
      personId: somebody.personId,
      status: 'confirmed',
      roles: ['admin'],
      completedOn: '2026-01-01',
    });
    const { body } = await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: sly });
    const [row] = await api.rows(
      `SELECT e.person_id, e.status, p.roles FROM enrolments e JOIN applications a ON a.id = e.application_id
       JOIN people p ON p.id = e.person_id WHERE a.reception_number = $1`,
      [body.receptionNumber],
    );
    expect(row!.person_id).not.toBe(somebody.personId);
    expect(row).toMatchObject({ status: 'applied', roles: ['learner'] });
  });

  it('of a signed-in learner is for that person; for the mother it is for the mother', async () => {
    const run = await aCourseRun(api).planned();
    const learner = await aPerson(api).signedIn();
    await api
      .as(learner)
      .call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId, { name: learner.name }) });
    const mother = anApplication(run.courseRunId, { applicantIs: 'family', proxyName: learner.name });
    expect((await api.as(learner).call(enrolmentEndpoints.applyForRun, { body: mother })).status).toBe(201);
    const mine = await api.as(learner).call(enrolmentEndpoints.listOwnEnrolments);
    expect(mine.body.items).toHaveLength(1);
    expect(mine.body.items[0]).toMatchObject({ status: 'applied', can: { withdraw: true, learn: false } });
  });
});
