import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';

import { aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import {
  activities,
  aDistrict,
  aGraduate,
  agreed,
  anActiveSupporter,
  answers,
  applyAsSupporter,
} from '../builders/supporter.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
let district: string;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
  district = await aDistrict(api);
});
afterAll(() => api.close());

const graduate = () => aGraduate(api, office, run);
const draft = (person: SignedInPerson, step: string, page: object) =>
  api.as(person).attempt(supportersEndpoints.saveSupporterDraft, { body: { step, answers: page } });
const send = (person: SignedInPerson) => api.as(person).call(supportersEndpoints.registerSupporter);
const confirm = (id: string, as = office) =>
  api.as(as).call(supportersEndpoints.confirmSupporter, { params: { supporterId: id } });
const enter = (person: SignedInPerson, key?: string, change: object = {}) =>
  api.as(office).call(supportersEndpoints.enterSupporter, {
    body: { personId: person.personId, answers: answers(district), pledge: agreed, ...change },
    headers: key ? { 'idempotency-key': key } : {},
  });

describe('registering as a supporter', () => {
  it('is offered to who holds a valid certificate, and to nobody else', async () => {
    const stranger = await aPerson(api).signedIn();
    expect((await api.as(stranger).call(supportersEndpoints.getOwnSupporter)).body).toMatchObject({
      registration: null,
      can: { register: false },
    });
    const refused = await draft(stranger, 'times', { slots: ['mon_am'] });
    expect([refused.status, refused.body.code]).toEqual([422, 'supporters.not_certified']);
    expect((await api.as(await graduate()).call(supportersEndpoints.getOwnSupporter)).body.can.register).toBe(
      true,
    );
  });

  it('asks page by page, keeps what was answered, and goes to the office with the pledge', async () => {
    const person = await graduate();
    const first = await draft(person, 'wishes', { activityIds: [activities.salon], note: 'お茶を入れます' });
    expect(first.body).toMatchObject({ nextStep: 'times', answers: { wishes: { note: 'お茶を入れます' } } });
    expect((await send(person)).body.code).toBe('supporters.draft_missing');
    const view = await applyAsSupporter(api, person, answers(district));
    expect(view).toMatchObject({
      state: 'applied',
      number: null,
      appliedBy: 'self',
      slots: ['mon_am', 'wed_pm'],
      districts: [{ name: '古河 本町' }],
      pledges: [{ version: 1, way: 'self', occasion: 'registration', agreedAt: '2026-06-10T01:00:00.000Z' }],
      can: { confirm: true, card: false },
    });
    await api.settle();
    const letters = await api.as(person).call(notificationsEndpoints.listOwnNotifications);
    expect(letters.body.items.map((item: { kind: string }) => item.kind)).toContain('supporter_applied');
  });

  it.each([
    ['wishes', { activityIds: [] }, 'supporters.activity_required'],
    ['wishes', { activityIds: ['01950000-0000-7000-8000-00000000ffff'] }, 'supporters.activity_unknown'],
    ['times', { slots: [] }, 'supporters.slot_required'],
    ['times', { slots: ['monday'] }, 'supporters.slot_required'],
    ['places', { reach: 'on_foot', districtIds: [] }, 'supporters.district_required'],
    ['places', { districtIds: [] }, 'supporters.reach_required'],
    [
      'places',
      { reach: 'on_foot', districtIds: ['01950000-0000-7000-8000-00000000ffff'] },
      'supporters.district_unknown',
    ],
    ['contact', {}, 'supporters.contact_required'],
    ['contact', { contactBy: 'letter', emergencyName: '長男' }, 'supporters.emergency_incomplete'],
    ['contact', { contactBy: 'letter', emergencyName: '長男', emergencyPhone: '1' }, 'people.phone_invalid'],
    ['pledge', { pledgeVersion: 1 }, 'supporters.pledge_required'],
  ])('refuses %s %j with %s', async (step, page, word) => {
    const { status, body } = await draft(await graduate(), step, page);
    expect(status).toBeLessThan(500);
    expect([body.code, ...(body.issues ?? []).map((issue: { code: string }) => issue.code)]).toContain(word);
  });

  it('registers once, however often the button is pressed, and once whoever types it in', async () => {
    const person = await graduate();
    for (const [step, page] of Object.entries({ ...answers(district), pledge: agreed }))
      await draft(person, step, page);
    const all = await Promise.all([...Array.from({ length: 8 }, () => send(person)), enter(person)]);
    const made = all.filter(({ status }) => status === 201);
    const ids = new Set(made.map(({ body }) => body.supporterId));
    expect(ids.size).toBe(1);
    for (const { status, body } of all.filter((each) => each.status !== 201))
      expect([status, body.code]).toEqual([409, 'supporters.already_registered']);
    const rows = await api.rows(`SELECT id FROM supporters WHERE person_id = $1`, [person.personId]);
    expect(rows).toHaveLength(1);
    expect(
      await api.rows('SELECT id FROM supporter_pledge_agreements WHERE supporter_id = $1', [rows[0]!.id]),
    ).toHaveLength(1);
  });

  it('is typed in by the office from paper, once for one key, under the same rules', async () => {
    const person = await graduate();
    const [first, again] = [await enter(person, 'paper-form-1'), await enter(person, 'paper-form-1')];
    expect(first.status).toBe(201);
    expect(again.body.supporterId).toBe(first.body.supporterId);
    expect(first.body).toMatchObject({ appliedBy: 'paper', pledges: [{ way: 'paper' }] });
    const uncertified = await enter(await aPerson(api).signedIn());
    expect(uncertified.body.code).toBe('supporters.not_certified');
    const silent = await enter(await graduate(), undefined, { pledge: { pledgeVersion: 1, agreed: false } });
    expect(silent.status).toBe(400);
  });

  it('asks for the pledge again where its text has changed meanwhile', async () => {
    const person = await graduate();
    for (const [step, page] of Object.entries({ ...answers(district), pledge: agreed }))
      await draft(person, step, page);
    const text = '活動で知ったことは、退いたあとも話しません。';
    const changed = await api.as(office).call(supportersEndpoints.setPledge, { body: { text } });
    expect(changed.body.pledge).toEqual({ version: 2, text });
    const refused = await send(person);
    expect([refused.status, refused.body.code]).toEqual([409, 'supporters.pledge_changed']);
    expect((await api.as(person).call(supportersEndpoints.getSupporterDraft)).body.nextStep).toBe('pledge');
    await draft(person, 'pledge', { pledgeVersion: 2, agreed: true });
    expect((await send(person)).body.pledges).toMatchObject([{ version: 2 }]);
    await api.write('DELETE FROM supporter_pledge_agreements WHERE version = 2');
    await api.write('DELETE FROM supporter_pledges WHERE version = 2');
  });
});

describe('the office confirms', () => {
  it('and gives one number without a gap, also when two press at once', async () => {
    const [one, two] = await Promise.all([graduate(), graduate()]);
    const first = await applyAsSupporter(api, one!, answers(district));
    const second = await applyAsSupporter(api, two!, answers(district));
    const colleague = await aPerson(api).withRoles('office').signedIn();
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, index) => [
        confirm(first.supporterId, index % 2 ? office : colleague),
        confirm(second.supporterId),
      ]).flat(),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
    expect(new Set(all.map(({ body }) => body.number))).toEqual(
      new Set(['令和8年度 第1号', '令和8年度 第2号']),
    );
    expect(all[0]!.body).toMatchObject({
      state: 'active',
      confirmedOn: '2026-06-10',
      validUntil: '2028-03-31',
    });
    await api.settle();
    const told = await api.rows(
      `SELECT id FROM notifications WHERE kind = 'supporter_confirmed' AND person_id = $1`,
      [one!.personId],
    );
    expect(told).toHaveLength(1);
  });

  it('nobody whose certificate was revoked meanwhile', async () => {
    const person = await graduate();
    const { supporterId } = await applyAsSupporter(api, person, answers(district));
    const [certificate] = (await api.as(person).call(certificationEndpoints.listOwnCertificates)).body.items;
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: certificate!.certificateId },
      body: { reason: '取りちがえ' },
    });
    expect((await confirm(supporterId)).body.code).toBe('supporters.not_certified');
    const declined = await api.as(office).call(supportersEndpoints.endSupporter, {
      params: { supporterId },
      body: { reason: '修了証の取消のため' },
    });
    expect(declined.body).toMatchObject({ state: 'ended', number: null, endReason: '修了証の取消のため' });
    expect((await confirm(supporterId)).body.code).toBe('supporters.not_possible');
  });

  it('and finds people by wish, half-day and district', async () => {
    const far = await aDistrict(api, '名崎');
    const person = await graduate();
    await anActiveSupporter(
      api,
      office,
      person,
      answers(far, { activityIds: [activities.watching], slots: ['sun_pm'] }),
    );
    const list = async (query: QueryOf<typeof supportersEndpoints.listSupporters>) =>
      (await api.as(office).call(supportersEndpoints.listSupporters, { query })).body.items.map(
        (item) => item.personId,
      );
    expect(
      await list({ activityId: activities.watching, slot: 'sun_pm', districtId: far, state: 'active' }),
    ).toEqual([person.personId]);
    expect(await list({ activityId: activities.salon, slot: 'sun_pm' })).toEqual([]);
    const [page, next] = [
      await api.as(office).call(supportersEndpoints.listSupporters, { query: { limit: '2' } }),
      null,
    ];
    expect(page.body.items).toHaveLength(2);
    expect(page.body.nextCursor).not.toBe(next);
    const bad = await api.as(office).call(supportersEndpoints.listSupporters, { query: { state: 'gone' } });
    expect(bad.status).toBe(400);
  });
});

describe('the card', () => {
  it('is a PDF of its own size, and its QR code tells little', async () => {
    const person = await aGraduate(api, office, run, { name: '髙﨑 𠮷子', kana: 'たかさき よしこ' });
    const view = await anActiveSupporter(api, office, person, answers(district));
    const card = await api
      .as(person)
      .call(supportersCardsEndpoints.getOwnSupporterCard, { params: { supporterId: view.supporterId } });
    expect(card.status).toBe(200);
    expect(card.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const [{ card_code: code }] = (await api.rows('SELECT card_code FROM supporters WHERE id = $1', [
      view.supporterId,
    ])) as [{ card_code: string }];
    const check = await api.anonymous.call(supportersCardsEndpoints.checkSupporterCard, {
      params: { publicCode: code.toLowerCase() },
    });
    expect(check.body).toEqual({
      number: view.number,
      maskedName: '髙○ 𠮷○',
      standing: 'valid',
      validUntil: '2028-03-31',
      issuer: '社会福祉協議会',
      checkedAt: '2026-06-10T01:00:00.000Z',
    });
    const unknown = await api.anonymous.call(supportersCardsEndpoints.checkSupporterCard, {
      params: { publicCode: 'ABCDE12345' },
    });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'supporters.card_unknown']);
    const other = await api
      .as(await graduate())
      .call(supportersCardsEndpoints.getOwnSupporterCard, { params: { supporterId: view.supporterId } });
    expect(other.status).toBe(404);
  });

  it('is not printed with a name that would lose a letter', async () => {
    const person = await aGraduate(api, office, run, { name: '𪜈𰻞 太郎', blank: true });
    const view = await anActiveSupporter(api, office, person, answers(district));
    const card = await api
      .as(office)
      .call(supportersCardsEndpoints.getSupporterCard, { params: { supporterId: view.supporterId } });
    expect([card.status, card.body.code]).toEqual([422, 'supporters.glyph_missing']);
  });
});
