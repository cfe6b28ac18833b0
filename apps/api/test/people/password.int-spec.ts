import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import {
  invitationRequested,
  passwordResetRequested,
  type PasswordMailRequested,
} from '../../src/modules/people/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

const oldPassword = 'さくらの咲く丘で';
const newPassword = '渡良瀬の夕焼け空';
let api: TestApi;
const mails: PasswordMailRequested[] = [];
beforeAll(async () => {
  api = await startTestApi();
  for (const type of [passwordResetRequested, invitationRequested]) {
    api.get(Outbox).subscribe<PasswordMailRequested>(type, 'test.mail', async (event) => {
      mails.push(event.payload);
    });
  }
});
afterAll(() => api.close());

const ask = (email: string) => api.anonymous.call(peopleEndpoints.requestPasswordReset, { body: { email } });
const complete = (body: object) => api.anonymous.attempt(peopleEndpoints.completePasswordReset, { body });
const signIn = (email: string, password: string) =>
  api.anonymous.call(peopleEndpoints.signInWithPassword, { body: { email, password } });
async function mailFor(email: string): Promise<PasswordMailRequested> {
  await ask(email);
  await api.settle();
  return mails.at(-1)!;
}

describe('a forgotten password', () => {
  it('is set by the link, once, by POST, and ends the sign-ins that knew the old one', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const before = await signIn(person.email!, oldPassword);
    expect(before.status).toBe(200);
    const { token } = await mailFor(person.email!);
    const answer = await complete({ token, newPassword });
    expect(answer.status).toBe(200);
    expect(answer.body.person).toMatchObject({ personId: person.personId, via: 'password' });
    const cookie = /kizuna_sid=([^;]+)/.exec(String(before.headers['set-cookie']))![1]!;
    expect((await api.as({ token: cookie }).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
    expect((await signIn(person.email!, oldPassword)).status).toBe(401);
    expect((await signIn(person.email!, newPassword)).status).toBe(200);
    expect((await complete({ token, newPassword: oldPassword })).body.code).toBe('people.reset_code_refused');
  });

  it('is set by the six digits, which are worth five tries', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const { code, email } = await mailFor(person.email!);
    expect(code).toMatch(/^\d{6}$/);
    const wide = code.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    expect((await complete({ email, code: wide, newPassword })).status).toBe(200);

    const next = await mailFor(person.email!);
    const wrong = next.code === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1) {
      expect((await complete({ email, code: wrong, newPassword })).body.code).toBe(
        'people.reset_code_refused',
      );
    }
    expect((await complete({ email, code: next.code, newPassword })).body.code).toBe(
      'people.reset_code_refused',
    );
  });

  it('is refused when common, and the mail stays good', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const { token } = await mailFor(person.email!);
    const refused = await complete({ token, newPassword: '12345678' });
    expect(refused.body).toMatchObject({ code: 'people.password_too_common', field: 'newPassword' });
    expect((await complete({ token, newPassword: 'short' })).body).toMatchObject({
      code: 'platform.invalid_input',
      issues: [{ field: 'newPassword', code: 'people.password_too_short' }],
    });
    expect((await complete({ token, newPassword })).status).toBe(200);
  });

  it('answers the same whether or not there is an account, and expires', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const known = await ask(person.email!);
    const unknown = await ask('nobody-at-all@example.jp');
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const before = mails.length;
    await api.settle();
    expect(mails.length).toBe(before + 1);
    api.clock.advance(61 * 60_000);
    expect((await complete({ token: mails.at(-1)!.token, newPassword })).body.code).toBe(
      'people.reset_code_refused',
    );
  });

  it('leaves neither token nor code in the database', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const { token, code } = await mailFor(person.email!);
    const kept = await api.rows(
      `SELECT 1 FROM outbox_events WHERE payload::text LIKE '%' || $1 || '%' OR payload->>'code' = $2`,
      [token, code],
    );
    expect(kept).toEqual([]);
  });

  it('may be asked for by whoever gave the address alone with an application', async () => {
    const alone = await aPerson(api).recorded();
    const { token } = await mailFor(alone.email!);
    expect((await complete({ token, newPassword })).body.person!.personId).toBe(alone.personId);
    await aPerson(api).with({ email: 'couple@example.jp' }).recorded();
    await aPerson(api).with({ email: 'couple@example.jp' }).recorded();
    const before = mails.length;
    await mailFor('couple@example.jp');
    expect(mails.length).toBe(before);
  });
});

describe('changing one’s password', () => {
  it('asks for the old one, keeps this sign-in and ends the others', async () => {
    const person = await aPerson(api).withPassword(oldPassword);
    const sessions = await Promise.all([1, 2].map(() => signIn(person.email!, oldPassword)));
    const [here, there] = sessions.map((answer) => ({
      token: /kizuna_sid=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]!,
    }));
    const change = (currentPassword: string) =>
      api.as(here!).call(peopleEndpoints.changePassword, { body: { currentPassword, newPassword } });
    expect((await change('wrong')).body).toMatchObject({
      code: 'people.current_password_wrong',
      field: 'currentPassword',
    });
    expect((await change(oldPassword)).body).toEqual({ done: true });
    expect((await api.as(here!).call(peopleEndpoints.getOwnProfile)).status).toBe(200);
    expect((await api.as(there!).call(peopleEndpoints.getOwnProfile)).status).toBe(401);
  });
});

describe('an invitation', () => {
  it('lets a person set the first password; office cannot invite where only an administrator may', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const person = await aPerson(api).recorded();
    expect(
      (await api.as(office).call(peopleEndpoints.invitePerson, { params: { personId: person.personId } }))
        .body,
    ).toEqual({
      done: true,
    });
    await api.settle();
    expect(mails.at(-1)).toMatchObject({ personId: person.personId, email: person.email });
    expect((await complete({ token: mails.at(-1)!.token, newPassword })).status).toBe(200);

    const silent = await aPerson(api).withoutEmail().recorded();
    expect(
      (await api.as(office).call(peopleEndpoints.invitePerson, { params: { personId: silent.personId } }))
        .body.code,
    ).toBe('people.no_email');
    const admin = await aPerson(api).withRoles('admin').recorded();
    const refused = await api
      .as(office)
      .call(peopleEndpoints.invitePerson, { params: { personId: admin.personId } });
    expect([refused.status, refused.body.code]).toEqual([403, 'platform.forbidden']);
  });
});
