import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { createAdmin } from '../../src/database-commands.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('the first administrator', () => {
  it('is not made with a password that is too short', async () => {
    const short = { email: 'short@example.jp', name: '短 気', password: 'ひみつ' };
    await expect(createAdmin(api.databaseUrl, short)).rejects.toMatchObject({
      code: 'people.password_too_short',
    });
    expect(await api.rows('SELECT 1 FROM people')).toEqual([]);
  });

  it('signs in with the password that was typed at the server', async () => {
    const password = 'ためいけの水鳥たち';
    const { personId, invitation } = await createAdmin(api.databaseUrl, {
      email: 'first@example.jp',
      name: '初代 管理',
      password,
    });
    expect(invitation).toBeUndefined();
    const answer = await api.anonymous.call(peopleEndpoints.signInWithPassword, {
      body: { email: 'first@example.jp', password },
    });
    expect(answer.body.person).toMatchObject({ personId, roles: ['admin'] });
  });

  it('is not made twice', async () => {
    const again = { email: 'First@example.jp', name: '同名 異人' };
    await expect(createAdmin(api.databaseUrl, again)).rejects.toMatchObject({ code: 'people.email_taken' });
  });

  it('gets an invitation where no password was typed', async () => {
    const made = await createAdmin(api.databaseUrl, { email: 'second@example.jp', name: '二代 管理' });
    const token = new URL(made.invitation!.link).searchParams.get('token')!;
    const answer = await api.anonymous.call(peopleEndpoints.completePasswordReset, {
      body: {
        token,
        newPassword: 'ためいけの水鳥たち',
      },
    });
    expect(answer.body.person).toMatchObject({ personId: made.personId, roles: ['admin'] });
  });
});
