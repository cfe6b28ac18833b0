import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
const search = (office: SignedInPerson, q: string, more: QueryOf<typeof peopleEndpoints.listPeople> = {}) =>
  api.as(office).call(peopleEndpoints.listPeople, { query: { q, ...more } });

describe('finding people', () => {
  it('forgives old kanji, width, kana and hyphens', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const name = '髙﨑 𠮷子';
    await aPerson(api).named(name, 'たかさき よしこ').with({ phone: '0280-99-1234' }).recorded();
    for (const q of ['高崎', '髙﨑', '吉子', 'ﾀｶｻｷ', 'タカサキ　ヨシコ', '０２８０９９１２３４', '99-1234']) {
      expect([q, names((await search(office, q)).body)]).toEqual([q, [name]]);
    }
    expect(names((await search(office, '存在しない')).body)).toEqual([]);
  });

  it('pages by reading and refuses a cursor that is not ours', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    for (const kana of ['う', 'い', 'あ', 'え', 'お']) {
      await aPerson(api).named(`頁送 ${kana}`, `ページ ${kana}`).recorded();
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: { items: { name: string }[]; nextCursor: string | null } } = await search(
        office,
        '頁送',
        { limit: 2, cursor },
      );
      seen.push(...names(page.body));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['頁送 あ', '頁送 い', '頁送 う', '頁送 え', '頁送 お']);
    expect(
      (await api.as(office).call(peopleEndpoints.listPeople, { query: { cursor: 'bm9uc2Vuc2U' } })).status,
    ).toBe(400);
  });
});

describe('a person’s page', () => {
  it('keeps hard names as given and records every look and change', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const hard = ['𠮷田 髙﨑', '渡邉󠄂 勇', '👵 花', '<script>alert(1)</script>', '=cmd|x', 'あ'.repeat(200)];
    for (const name of hard) {
      const person = await aPerson(api).named(name).recorded();
      expect(
        (await api.as(office).call(peopleEndpoints.getPerson, { params: { personId: person.personId } })).body
          .name,
      ).toBe(name);
    }
    const person = await aPerson(api).recorded();
    const view = (
      await api.as(office).call(peopleEndpoints.getPerson, { params: { personId: person.personId } })
    ).body;
    const { bornOn, phone, address, version } = view;
    const edit = {
      name: '渡邉󠄂 勇',
      kana: 'わたなべ いさむ',
      bornOn,
      phone,
      address,
      version,
      reason: '聞き違い',
    };
    const edited = await api.as(office).attempt(peopleEndpoints.editPerson, {
      params: { personId: person.personId },
      body: { ...edit, roles: ['admin'], personId: office.personId },
    });
    expect(edited.body).toMatchObject({ name: edit.name, roles: ['learner'], personId: person.personId });
    const stale = await api
      .as(office)
      .call(peopleEndpoints.editPerson, { params: { personId: person.personId }, body: edit });
    expect([stale.status, stale.body.code]).toEqual([409, 'people.changed_meanwhile']);
    const { items } = (
      await api.as(office).call(peopleEndpoints.listPersonHistory, { params: { personId: person.personId } })
    ).body;
    expect(items.map((item: { action: string }) => item.action)).toEqual([
      'person.edited',
      'person.viewed',
      'person.registered',
    ]);
    expect(items[0]).toMatchObject({
      actorName: office.name,
      reason: '聞き違い',
      changes: expect.arrayContaining([{ field: 'name', before: person.name, after: edit.name }]),
    });
  });

  it.each([
    ['NUL', { name: 'a\u0000b' }, 'platform.forbidden_character'],
    ['a bidi override', { name: 'a\u202eb' }, 'platform.forbidden_character'],
    ['201 letters', { name: 'あ'.repeat(201) }, 'people.name_too_long'],
    ['kanji as a reading', { kana: '漢字' }, 'people.kana_invalid'],
    ['a day that is none', { bornOn: '1950-02-30' }, 'people.birth_date_invalid'],
  ])('refuses %s with the reason', async (_, change, code) => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const person = await aPerson(api).recorded();
    const base = { name: '名', kana: 'な', bornOn: '1950-01-01', address: '古河市', version: 1 };
    const answer = await api.as(office).call(peopleEndpoints.editPerson, {
      params: { personId: person.personId },
      body: { ...base, ...change },
    });
    expect([answer.status, answer.body.issues]).toEqual([400, [{ field: Object.keys(change)[0], code }]]);
  });

  it('refuses a birth date to come', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const person = await aPerson(api).recorded();
    const edit = { name: '名', kana: 'な', bornOn: '2026-06-11', address: '古河市', version: 1 };
    expect(
      (
        await api
          .as(office)
          .call(peopleEndpoints.editPerson, { params: { personId: person.personId }, body: edit })
      ).body.code,
    ).toBe('people.birth_date_in_future');
  });

  it('of an administrator is not the office’s to change', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const admin = await aPerson(api).withRoles('admin').recorded();
    const edit = { name: '名', kana: 'な', bornOn: '1950-01-01', address: '古河市', version: 1 };
    const answer = await api.as(office).call(peopleEndpoints.editPerson, {
      params: { personId: admin.personId },
      body: { ...edit, email: 'mine@example.jp' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'platform.forbidden']);
  });

  it('does not exist for learners and instructors, whoever it belongs to', async () => {
    const learner = await aPerson(api).signedIn();
    const instructor = await aPerson(api).withRoles('instructor').signedIn();
    for (const asker of [learner, instructor]) {
      for (const id of [learner.personId, instructor.personId, '01890000-0000-7000-8000-000000000000']) {
        for (const endpoint of [
          peopleEndpoints.getPerson,
          peopleEndpoints.listPersonHistory,
          peopleEndpoints.listPeople,
          peopleEndpoints.listStaff,
        ]) {
          const answer = await api.as(asker).attempt(endpoint, { params: { personId: id } });
          expect([answer.status, answer.body.code]).toEqual([404, 'platform.not_found']);
        }
      }
    }
  });
});

describe('staff', () => {
  it('are invited and given roles by an administrator; one administrator stays', async () => {
    const admin = await aPerson(api).withRoles('admin').signedIn();
    const body = { name: '新任 花', kana: 'しんにん はな', email: 'new@example.jp', roles: ['office'] };
    const added = await api.as(admin).call(peopleEndpoints.addStaff, { body });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ roles: ['office'], hasPassword: false });
    expect((await api.as(admin).call(peopleEndpoints.addStaff, { body })).body).toMatchObject({
      code: 'people.email_taken',
      field: 'email',
    });
    const { personId } = added.body;
    const changed = await api
      .as(admin)
      .call(peopleEndpoints.setStaffRoles, { params: { personId }, body: { roles: [] } });
    expect(changed.body.roles).toEqual(['learner']);
    await api.write(`UPDATE people SET roles = '{learner}' WHERE 'admin' = ANY(roles) AND id <> $1`, [
      admin.personId,
    ]);
    const last = await api.as(admin).call(peopleEndpoints.setStaffRoles, {
      params: { personId: admin.personId },
      body: { roles: ['office'] },
    });
    expect([last.status, last.body.code]).toEqual([422, 'people.last_admin']);
    const office = await aPerson(api).withRoles('office').signedIn();
    expect((await api.as(office).call(peopleEndpoints.listStaff)).status).toBe(404);
  });
});
