import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';

import { aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import {
  activities,
  aDistrict,
  aGraduate,
  aMeeting,
  anActiveSupporter,
  answers,
} from '../builders/supporter.js';
import { startTestApi, type TestApi } from '../support/api.js';

interface Active {
  person: SignedInPerson;
  view: SupporterView;
}

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
let district: string;
let ann: Active;
let ben: Active;
let far: Active;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
  district = await aDistrict(api);
  const elsewhere = await aDistrict(api, '名崎');
  ann = await anActive(district, { slots: ['mon_am', 'wed_pm'] }, '青木 杏');
  ben = await anActive(district, { slots: ['mon_am'], activityIds: [activities.salon] }, '馬場 勉');
  far = await anActive(elsewhere, { slots: ['mon_am'], activityIds: [activities.salon] }, '名崎 遠');
});
afterAll(() => api.close());

async function anActive(
  districtId: string,
  wishes: Parameters<typeof answers>[1],
  name: string,
): Promise<Active> {
  const person = await aGraduate(api, office, run, { name });
  return { person, view: await anActiveSupporter(api, office, person, answers(districtId, wishes)) };
}

const candidatesOf = async ({ view }: Active) =>
  (
    await api
      .as(office)
      .call(activitiesEndpoints.listPairCandidates, { params: { supporterId: view.supporterId } })
  ).body.items;
const pair = (first: Active, second: Active) =>
  api.as(office).call(activitiesEndpoints.pairSupporters, {
    body: {
      firstId: first.view.supporterId,
      secondId: second.view.supporterId,
    },
  });
const fileName = ({ headers }: { headers: Record<string, unknown> }) =>
  decodeURIComponent(String(headers['content-disposition']).split("UTF-8''")[1] ?? '');
const openPairs = async () =>
  (await api.as(office).call(activitiesEndpoints.listPairs, { query: { dissolved: 'false' } })).body.items;

describe('pairs', () => {
  it('are offered where wish, half-day and district overlap, with the reason', async () => {
    expect(await candidatesOf(ann)).toMatchObject([
      {
        supporterId: ben.view.supporterId,
        activities: ['居場所・サロンの手伝い'],
        slots: ['mon_am'],
        districts: ['本町'],
        sameHousehold: expect.any(Boolean),
        openPairs: 0,
      },
    ]);
    expect(await candidatesOf(far)).toEqual([]);
  });

  it('are recorded once, whoever presses, and never with oneself', async () => {
    const all = await Promise.all([pair(ann, ben), pair(ben, ann), pair(ann, ben)]);
    expect(all.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(all.find(({ status }) => status === 409)!.body.code).toBe('supporters.already_paired');
    expect(await openPairs()).toHaveLength(1);
    expect(await candidatesOf(ann)).toEqual([]);
    expect((await pair(ann, ann)).body.code).toBe('supporters.same_person');
  });

  it('stand in the list for Excel, without emergency contacts', async () => {
    const csv = await api.as(office).call(reportingEndpoints.exportSupporters);
    expect(csv.status).toBe(200);
    const lines = csv.raw.toString().split('\r\n');
    expect(lines[0]).toContain('登録番号,状態,氏名');
    expect(lines.find((line) => line.includes('青木 杏'))).toContain('馬場 勉');
    expect(csv.raw.toString()).not.toContain('緊急');
    expect((await api.as(ann.person).call(reportingEndpoints.exportSupporters)).status).toBe(404);
  });

  it('stand in a list for Excel that is filtered as the screen is, and says so in its name', async () => {
    const csv = (query: string) =>
      api.as(office).attempt(reportingEndpoints.exportSupporters, {
        query: Object.fromEntries(new URLSearchParams(query)),
      });
    const names = ({ raw }: { raw: Buffer }) =>
      ['青木 杏', '馬場 勉', '名崎 遠'].filter((name) => raw.toString().includes(`登録中,${name},`));
    const all = await csv('');
    expect(names(all)).toEqual(['青木 杏', '馬場 勉', '名崎 遠']);
    expect(fileName(all)).toBe('活動登録者名簿_20260610.csv');
    const some = await csv(`state=active&slot=mon_am&districtId=${district}&activityId=${activities.salon}`);
    expect(names(some)).toEqual(['青木 杏', '馬場 勉']);
    expect(fileName(some)).toBe('活動登録者名簿_登録中_居場所・サロンの手伝い_月午前_本町_20260610.csv');
    const found = await csv(`q=${encodeURIComponent('青木')}&renewalDue=false`);
    expect(names(found)).toEqual(['青木 杏']);
    expect(fileName(found)).toBe('活動登録者名簿_青木_20260610.csv');
    expect(names(await csv('state=ended'))).toEqual([]);
    expect(names(await csv('renewalDue=true'))).toEqual([]);
    expect((await csv('state=gone')).status).toBe(400);
  });

  it('are dissolved with a reason, and may be made again', async () => {
    const { supporterPairId } = (await openPairs())[0]!;
    const dissolve = (reason: string) =>
      api
        .as(office)
        .call(activitiesEndpoints.dissolvePair, { params: { supporterPairId }, body: { reason } });
    expect((await dissolve('')).body.issues).toMatchObject([{ code: 'supporters.reason_required' }]);
    expect((await dissolve('曜日が合わなくなった')).body).toMatchObject({
      dissolvedOn: '2026-06-10',
      dissolvedReason: '曜日が合わなくなった',
    });
    expect((await dissolve('もう一度')).body.dissolvedReason).toBe('曜日が合わなくなった');
    expect((await pair(ann, ben)).status).toBe(201);
  });

  it('are made only of people who are active', async () => {
    const resting = await anActive(district, {}, '休 養子');
    await api.as(resting.person).call(supportersEndpoints.startOwnLeave, { body: { fromOn: '2026-06-10' } });
    expect((await pair(ann, resting)).body.code).toBe('supporters.not_active');
  });

  it('keep what they do together and a note, and are found by their id however many there are', async () => {
    const [one, two] = [await anActive(district, {}, '一瀬 一'), await anActive(district, {}, '二宮 二')];
    const body = { firstId: one.view.supporterId, secondId: two.view.supporterId };
    const unknown = await api
      .as(office)
      .call(activitiesEndpoints.pairSupporters, { body: { ...body, activityId: one.view.supporterId } });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'supporters.activity_unknown']);
    const made = await api.as(office).call(activitiesEndpoints.pairSupporters, {
      body: { ...body, activityId: activities.salon, note: '第2水曜日から' },
    });
    expect(made.body).toMatchObject({ activity: '居場所・サロンの手伝い', note: '第2水曜日から' });
    const found = await api
      .as(office)
      .call(activitiesEndpoints.getPair, { params: { supporterPairId: made.body.supporterPairId } });
    expect(found.body).toEqual(made.body);
    expect(
      (await api.as(office).call(activitiesEndpoints.getPair, { params: { supporterPairId: body.firstId } }))
        .status,
    ).toBe(404);
  });
});

describe('follow-up meetings', () => {
  it('invite who is meant, once for one key, and tell each', async () => {
    const [first, again] = [
      await aMeeting(api, office, { districtIds: [district] }, 'meeting-1'),
      await aMeeting(api, office, { districtIds: [district] }, 'meeting-1'),
    ];
    expect(again.body.supporterMeetingId).toBe(first.body.supporterMeetingId);
    const names = first.body.people.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['青木 杏', '馬場 勉']));
    expect(names).not.toContain('名崎 遠');
    await api.settle();
    await api.settle();
    const told = await api.rows(
      `SELECT id FROM notifications WHERE kind = 'supporter_meeting' AND person_id = $1`,
      [ann.person.personId],
    );
    expect(told).toHaveLength(1);
    const nobody = await aMeeting(api, office, { activityIds: ['01950000-0000-7000-8000-000000000003'] });
    expect(nobody.body.code).toBe('supporters.nobody_chosen');
  });

  it('take no more answers than places, however many come at once', async () => {
    const { body: meeting } = await aMeeting(api, office, { capacity: 1 });
    const reply = (one: Active, word: string) =>
      api.as(one.person).call(activitiesEndpoints.replyToMeeting, {
        params: { supporterMeetingId: meeting.supporterMeetingId },
        body: { reply: word },
      });
    const all = await Promise.all([ann, ben, far].map((one) => reply(one, 'coming')));
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const winner = [ann, ben, far][all.findIndex(({ status }) => status === 200)]!;
    const other = [ann, ben, far].find((one) => one !== winner)!;
    await reply(winner, 'absent');
    expect((await reply(other, 'coming')).status).toBe(200);
    const list = (await api.as(other.person).call(activitiesEndpoints.listOwnMeetings)).body.items;
    expect(list.at(-1)).toMatchObject({ reply: 'coming', placesLeft: 0 });
    expect((await reply(other, 'maybe')).status).toBe(400);
  });

  it('are ticked off from an hour before, by the office only', async () => {
    const { body: meeting } = await aMeeting(api, office, { heldOn: '2026-06-10' });
    const record = (attended: boolean | null, as = office) =>
      api.as(as).call(activitiesEndpoints.recordMeetingAttendance, {
        params: { supporterMeetingId: meeting.supporterMeetingId },
        body: {
          supporterId: ann.view.supporterId,
          attended,
        },
      });
    expect((await record(true)).body.code).toBe('supporters.meeting_not_today');
    api.clock.set('2026-06-10T12:31:00+09:00');
    expect((await record(true, ann.person)).status).toBe(404);
    expect((await record(true)).body).toMatchObject({ attended: 1 });
    expect((await record(null)).body).toMatchObject({ attended: 0 });
  });

  it('are called off with a reason, and everybody is told once', async () => {
    const { body: meeting } = await aMeeting(api, office, { districtIds: [district] });
    const cancel = () =>
      api.as(office).call(activitiesEndpoints.cancelMeeting, {
        params: { supporterMeetingId: meeting.supporterMeetingId },
        body: {
          reason: '台風のため',
        },
      });
    expect((await cancel()).body).toMatchObject({ cancelled: true, can: { cancel: false } });
    await cancel();
    await api.settle();
    const told = await api.rows<{ body: string }>(
      `SELECT body FROM notifications WHERE kind = 'supporter_meeting_cancelled' AND person_id = $1`,
      [ann.person.personId],
    );
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('台風のため');
    const late = await api.as(ann.person).call(activitiesEndpoints.replyToMeeting, {
      params: { supporterMeetingId: meeting.supporterMeetingId },
      body: { reply: 'coming' },
    });
    expect(late.body.code).toBe('supporters.meeting_cancelled');
  });
});

describe('settings', () => {
  it('keep an activity with those who chose it, and offer it to nobody else', async () => {
    const { body } = await api.as(office).call(supportersEndpoints.getSupporterSettings);
    const items = body.activities.filter(
      (each: { activityId: string }) => each.activityId !== activities.salon,
    );
    await api.as(office).call(supportersEndpoints.setSupporterActivities, {
      body: {
        items: [
          ...items.map(({ activityId, name }: { activityId: string; name: string }) => ({
            activityId,
            name,
          })),
          { name: '庭の手入れ' },
        ],
      },
    });
    const view = await api
      .as(office)
      .call(supportersEndpoints.getSupporter, { params: { supporterId: ben.view.supporterId } });
    expect(view.body.activities).toMatchObject([{ name: '居場所・サロンの手伝い' }]);
    const person = await aGraduate(api, office, run);
    const chosen = await api.as(person).call(supportersEndpoints.saveSupporterDraft, {
      body: { step: 'wishes', answers: { activityIds: [activities.salon] } },
    });
    expect(chosen.body.code).toBe('supporters.activity_unknown');
  });

  it('hold the terms, and refuse reminders in the wrong order', async () => {
    const put = (change: object) =>
      api.as(office).call(supportersEndpoints.setSupporterTerms, {
        body: {
          termYears: 3,
          firstReminderDays: 90,
          secondReminderDays: 7,
          graceDays: 0,
          ...change,
        },
      });
    expect((await put({})).body).toMatchObject({ termYears: 3, graceDays: 0 });
    expect((await put({ secondReminderDays: 90 })).status).toBe(400);
    expect((await put({ termYears: 'x' })).status).toBe(400);
  });
});

it('counts what waits on the office’s own page', async () => {
  const person = await aGraduate(api, office, run);
  const before = (await api.as(office).call(reportingEndpoints.getOfficeHome)).body;
  const pages = { ...answers(district, { activityIds: [activities.watching] }), pledge: undefined };
  for (const [step, page] of Object.entries(pages))
    if (page)
      await api.as(person).attempt(supportersEndpoints.saveSupporterDraft, { body: { step, answers: page } });
  await api.as(person).call(supportersEndpoints.saveSupporterDraft, {
    body: { step: 'pledge', answers: { pledgeVersion: 1, agreed: true } },
  });
  expect((await api.as(person).call(supportersEndpoints.registerSupporter)).status).toBe(201);
  const after = (await api.as(office).call(reportingEndpoints.getOfficeHome)).body;
  expect(after.supportersWaiting).toBe(before.supportersWaiting + 1);
});
