import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';

import { aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import {
  activities,
  aDistrict,
  aGraduate,
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

async function anActive(): Promise<{ person: SignedInPerson; view: SupporterView }> {
  const person = await aGraduate(api, office, run);
  return { person, view: await anActiveSupporter(api, office, person, answers(district)) };
}
const change = (person: SignedInPerson, revision: number, pages: object) =>
  api.as(person).call(supportersEndpoints.changeOwnAnswers, { body: { revision, answers: pages } });
const officeChanges = ({ supporterId }: SupporterView, revision: number, pages: object) =>
  api.as(office).call(supportersEndpoints.changeSupporterAnswers, {
    params: { supporterId },
    body: { revision, answers: pages },
  });
const changesOf = async ({ personId }: { personId: string }) =>
  (await api.as(office).call(peopleEndpoints.listPersonHistory, { params: { personId } })).body.items.filter(
    (item: { action: string }) => item.action === 'supporter.answers_changed',
  );

describe('answers that change after the registration', () => {
  it('are changed by oneself, page by page; number, last day and pledge stay', async () => {
    const { person, view } = await anActive();
    const times = await change(person, view.revision, { times: { slots: ['fri_pm', 'mon_am'] } });
    expect(times.status).toBe(200);
    expect(times.body).toEqual({ ...view, slots: ['fri_pm', 'mon_am'], revision: view.revision + 1 });
    const contact = { contactBy: 'phone', emergencyName: '山田花子(長女)', emergencyPhone: '0280-00-0001' };
    await change(person, times.body.revision, { contact });
    const { registration } = (await api.as(person).call(supportersEndpoints.getOwnSupporter)).body;
    expect(registration).toMatchObject({ contactBy: 'phone', emergencyName: '山田花子(長女)' });
    expect(registration!.pledges).toEqual(view.pledges);
  });

  it('stand in the history with what was there before, in words', async () => {
    const { person, view } = await anActive();
    const wishes = { activityIds: [activities.watching], note: '犬の散歩も' };
    await change(person, view.revision, { wishes, times: { slots: ['sun_pm', 'mon_am'] } });
    expect(await changesOf(person)).toMatchObject([
      {
        actorName: expect.any(String),
        changes: [
          { field: 'slots', before: 'mon_am, wed_pm', after: 'mon_am, sun_pm' },
          {
            field: 'activities',
            before: '居場所・サロンの手伝い, 傾聴(お話を聴くこと)',
            after: '見守り・声かけ',
          },
          { field: 'supporterNote', before: null, after: '犬の散歩も' },
        ],
      },
    ]);
  });

  it('are changed by the office for somebody who telephones, several pages at once', async () => {
    const { person, view } = await anActive();
    const far = await aDistrict(api, '名崎');
    const pages = {
      ...answers(district),
      places: { reach: 'on_foot', districtIds: [far] },
      contact: { contactBy: 'phone' },
    };
    const { status, body } = await officeChanges(view, view.revision, pages);
    expect(status).toBe(200);
    expect(body).toMatchObject({ reach: 'on_foot', districts: [{ name: '古河 名崎' }], contactBy: 'phone' });
    expect(await changesOf(person)).toMatchObject([
      { changes: [{ field: 'reach' }, { field: 'contactBy' }, { field: 'districts' }] },
    ]);
    expect(
      (
        await api.as(person).attempt(supportersEndpoints.changeSupporterAnswers, {
          params: { supporterId: view.supporterId },
          body: {},
        })
      ).status,
    ).toBe(404);
  });

  it('are changed once, however often the same is sent', async () => {
    const { person, view } = await anActive();
    const all = await Promise.all(
      Array.from({ length: 6 }, () => change(person, view.revision, { times: { slots: ['sat_am'] } })),
    );
    expect(all.map(({ status, body }) => [status, body.revision])).toEqual(
      all.map(() => [200, view.revision + 1]),
    );
    expect(await changesOf(person)).toHaveLength(1);
    const same = await change(person, view.revision + 1, { times: { slots: ['sat_am'] } });
    expect(same.body.revision).toBe(view.revision + 1);
    expect(await changesOf(person)).toHaveLength(1);
  });

  it('are not overwritten unseen: of two at once the later one is told, and saves after another look', async () => {
    const { person, view } = await anActive();
    const both = await Promise.all([
      change(person, view.revision, { times: { slots: ['tue_am'] } }),
      officeChanges(view, view.revision, { times: { slots: ['thu_am'] } }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409)!;
    expect(late.body.code).toBe('supporters.changed_meanwhile');
    const { registration } = (await api.as(person).call(supportersEndpoints.getOwnSupporter)).body;
    const again = await change(person, registration!.revision, { times: { slots: ['thu_am', 'tue_am'] } });
    expect(again.body.slots).toEqual(['thu_am', 'tue_am']);
  });

  it('may be changed while the office has not confirmed yet and during a leave, and not after the end', async () => {
    const person = await aGraduate(api, office, run);
    const view = await applyAsSupporter(api, person, answers(district));
    const waiting = await change(person, view.revision, { times: { slots: ['mon_pm'] } });
    expect(waiting.body).toMatchObject({ state: 'applied', slots: ['mon_pm'], can: { change: true } });
    await api
      .as(office)
      .call(supportersEndpoints.confirmSupporter, { params: { supporterId: view.supporterId } });
    await api.as(person).call(supportersEndpoints.startOwnLeave, { body: { fromOn: '2026-06-10' } });
    const resting = await change(person, waiting.body.revision, { times: { slots: ['mon_am'] } });
    expect(resting.body).toMatchObject({ state: 'on_leave', slots: ['mon_am'] });
    const ended = await api.as(person).call(supportersEndpoints.endOwnRegistration, { body: {} });
    expect(ended.body.can.change).toBe(false);
    expect((await change(person, ended.body.revision, { times: { slots: ['sun_am'] } })).status).toBe(404);
    const byOffice = await officeChanges(view, ended.body.revision, { times: { slots: ['sun_am'] } });
    expect([byOffice.status, byOffice.body.code]).toEqual([409, 'supporters.not_possible']);
  });

  it('keep an activity that is offered no longer with who chose it, and with nobody else', async () => {
    const [chose, other] = [await anActive(), await anActive()];
    await change(other.person, other.view.revision, { wishes: { activityIds: [activities.watching] } });
    await api.write('UPDATE supporter_activities SET retired = true WHERE id = $1', [activities.salon]);
    const both = { wishes: { activityIds: [activities.salon, activities.watching] } };
    const kept = await change(chose.person, chose.view.revision, both);
    expect(kept.body.activities).toHaveLength(2);
    const refused = await change(other.person, other.view.revision + 1, both);
    expect([refused.status, refused.body.code]).toEqual([400, 'supporters.activity_unknown']);
    await api.write('UPDATE supporter_activities SET retired = false WHERE id = $1', [activities.salon]);
  });

  it.each<[object, string]>([
    [{}, 'platform.required'],
    [{ wishes: { activityIds: [] } }, 'supporters.activity_required'],
    [{ times: { slots: ['monday'] } }, 'supporters.slot_required'],
    [{ places: { reach: 'on_foot', districtIds: [] } }, 'supporters.district_required'],
    [{ places: { reach: 'on_foot', districtIds: [activities.salon] } }, 'supporters.district_unknown'],
    [{ contact: { contactBy: 'phone', emergencyName: '長男' } }, 'supporters.emergency_incomplete'],
  ])('refuse %j with %s', async (pages, word) => {
    const { person, view } = await anActive();
    const { status, body } = await change(person, view.revision, pages);
    expect(status).toBe(400);
    expect([body.code, ...(body.issues ?? []).map((issue: { code: string }) => issue.code)]).toContain(word);
    const noRevision = await api
      .as(person)
      .attempt(supportersEndpoints.changeOwnAnswers, { body: { answers: pages } });
    expect(noRevision.status).toBe(400);
  });
});
