import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';

import { SupportersDailyService } from '../../src/modules/supporters/index.js';
import { aCertifyingRun } from '../builders/certificate.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aDistrict, aGraduate, agreed, anActiveSupporter, answers } from '../builders/supporter.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let person: SignedInPerson;
let supporter: SupporterView;

/** Everybody is confirmed on 10 June 2026, so that the registration holds until 31 March 2028, after a 29 February. */
beforeEach(async () => {
  await api?.close();
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  person = await aGraduate(api, office, await aCertifyingRun(api));
  supporter = await anActiveSupporter(api, office, person, answers(await aDistrict(api)));
});
afterAll(() => api.close());

/** Night and morning of a day, once more than needed: jobs run at least once. */
async function live(day: string): Promise<void> {
  api.clock.set(`${day}T00:05:00+09:00`);
  for (let time = 0; time < 2; time += 1) await api.get(SupportersDailyService).passTheDay();
  api.clock.set(`${day}T09:00:00+09:00`);
  for (let time = 0; time < 2; time += 1) await api.get(SupportersDailyService).remind();
  await api.settle();
  person = { ...person, token: await freshToken() };
  office = await aPerson(api).withRoles('office').signedIn();
}
/** Sign-ins do not last for years. */
async function freshToken(): Promise<string> {
  const { SessionIssuer } = await import('../../src/modules/people/index.js');
  const { Transactions } = await import('../../src/platform/database/index.js');
  const open = await api
    .get(Transactions)
    .run(() => api.get(SessionIssuer).open(person.personId, 'password'));
  return open.token;
}
const told = async (kind: string) =>
  (await api.rows(`SELECT id FROM notifications WHERE kind = $1 AND person_id = $2`, [kind, person.personId]))
    .length;
const mine = async (): Promise<SupporterView> =>
  (await api.as(person).call(supportersEndpoints.getOwnSupporter)).body.registration!;
const renew = (validUntil = '2028-03-31', body: object = agreed) =>
  api.as(person).attempt(supportersEndpoints.renewOwnRegistration, { body: { ...body, validUntil } });

describe('renewal', () => {
  it('is reminded of twice, each time once, and not before its day', async () => {
    await live('2028-01-30');
    expect(await told('supporter_renewal_due')).toBe(0);
    expect((await renew()).body.code).toBe('supporters.renewal_not_open');
    await live('2028-01-31');
    expect(await told('supporter_renewal_due')).toBe(1);
    await live('2028-02-29');
    expect(await told('supporter_renewal_due')).toBe(1);
    await live('2028-03-17');
    await live('2028-03-31');
    expect(await told('supporter_renewal_due')).toBe(2);
  });

  it('reminds once when the worker stood still over both days', async () => {
    await live('2028-03-20');
    await live('2028-03-21');
    expect(await told('supporter_renewal_due')).toBe(1);
  });

  it('goes by one button with the pledge, and a form sent twice renews once', async () => {
    await live('2028-01-31');
    expect((await mine()).can.renew).toBe(true);
    expect((await renew('2028-03-31', { pledgeVersion: 1 })).status).toBe(400);
    const all = await Promise.all(Array.from({ length: 6 }, () => renew()));
    expect(all.map(({ body }) => body.validUntil)).toEqual(all.map(() => '2030-03-31'));
    expect(all[0]!.body.number).toBe(supporter.number);
    expect(all[0]!.body.pledges.map((each: { occasion: string }) => each.occasion)).toEqual([
      'registration',
      'renewal',
    ]);
    await live('2028-03-31');
    expect(await told('supporter_renewal_due')).toBe(1);
    expect(await told('supporter_renewed')).toBe(1);
  });

  it('is possible in the days of grace; after them the registration has run out', async () => {
    await live('2028-04-01');
    expect(await mine()).toMatchObject({ state: 'active', can: { renew: true } });
    await live('2028-04-30');
    expect((await mine()).state).toBe('active');
    await live('2028-05-01');
    expect(await mine()).toMatchObject({ state: 'expired', endedOn: '2028-05-01', can: { renew: false } });
    expect(await told('supporter_expired')).toBe(1);
    expect((await renew()).status).toBe(404);
    // and may begin anew: the certificate is still valid
    expect((await api.as(person).call(supportersEndpoints.getOwnSupporter)).body.can.register).toBe(true);
  });

  it('is taken at the counter, where the pledge is signed on paper', async () => {
    await live('2028-02-01');
    const answer = await api.as(office).call(supportersEndpoints.renewSupporter, {
      params: { supporterId: supporter.supporterId },
      body: {
        ...agreed,
        validUntil: '2028-03-31',
      },
    });
    expect(answer.body).toMatchObject({ validUntil: '2030-03-31' });
    expect(answer.body.pledges.at(-1)).toMatchObject({ way: 'paper', occasion: 'renewal' });
  });
});

describe('leave and end', () => {
  it('begins and is over by itself on its days', async () => {
    const planned = await api.as(person).call(supportersEndpoints.startOwnLeave, {
      body: { fromOn: '2026-07-01', untilOn: '2026-08-31', reason: '通院のため' },
    });
    expect(planned.body).toMatchObject({ state: 'active', leave: { fromOn: '2026-07-01' } });
    await live('2026-06-30');
    expect((await mine()).state).toBe('active');
    await live('2026-07-01');
    expect((await mine()).state).toBe('on_leave');
    await live('2026-08-31');
    expect((await mine()).state).toBe('on_leave');
    await live('2026-09-01');
    expect(await mine()).toMatchObject({ state: 'active', leave: null });
    expect(await told('supporter_on_leave')).toBe(1);
    expect(await told('supporter_returned')).toBe(1);
  });

  it('begins today, gets another last day, and ends early', async () => {
    const leave = (body: BodyOf<typeof supportersEndpoints.startOwnLeave>) =>
      api.as(person).call(supportersEndpoints.startOwnLeave, { body });
    const comeBack = () => api.as(person).call(supportersEndpoints.endOwnLeave);
    expect((await leave({ fromOn: '2026-06-09' })).body.code).toBe('supporters.leave_times_invalid');
    expect((await leave({ fromOn: '2026-06-10' })).body.state).toBe('on_leave');
    const longer = await leave({ fromOn: '2026-06-10', untilOn: '2026-12-31' });
    expect(longer.body).toMatchObject({ state: 'on_leave', leave: { untilOn: '2026-12-31' } });
    expect((await comeBack()).body).toMatchObject({ state: 'active', leave: null });
    expect((await comeBack()).status).toBe(200);
  });

  it('ends for good, with the pledge kept and said', async () => {
    const ended = await api
      .as(person)
      .call(supportersEndpoints.endOwnRegistration, { body: { reason: '引っ越し' } });
    expect(ended.body).toMatchObject({ state: 'ended', endedOn: '2026-06-10', pledges: [{ version: 1 }] });
    expect((await api.as(person).call(supportersEndpoints.endOwnRegistration, { body: {} })).status).toBe(
      404,
    );
    await api.settle();
    const [{ body }] = (await api.rows(`SELECT body FROM notifications WHERE kind = 'supporter_ended'`)) as [
      { body: string },
    ];
    expect(body).toContain('守秘の誓約は、退いたあとも続きます');
    const history = await api
      .as(office)
      .call(peopleEndpoints.listPersonHistory, { params: { personId: person.personId } });
    expect(history.body.items.map((item: { action: string }) => item.action)).toEqual(
      expect.arrayContaining(['supporter.applied', 'supporter.confirmed', 'supporter.ended']),
    );
  });
});
