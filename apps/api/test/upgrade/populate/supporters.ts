import type { SupporterView } from '@kizuna/shared/contracts/supporters';

import type { SignedInPerson } from '../../builders/person.js';
import {
  agreed,
  aGraduate,
  aMeeting,
  anActiveSupporter,
  answers,
  applyAsSupporter,
} from '../../builders/supporter.js';
import { openPdf } from '../../support/pdf.js';
import { enqueue, handOf, postKept, type World } from './world.js';

export interface Registered {
  person: SignedInPerson;
  view: SupporterView;
}

/** A graduate whose registration the office has confirmed. */
export async function anActive(world: World, name: string): Promise<Registered> {
  const { api, office, certifying, districtId } = world;
  const person = await aGraduate(api, office, certifying, { name });
  const given = { ...answers(districtId), contact: { contactBy: 'mail' } };
  return { person, view: await anActiveSupporter(api, office, person, given) };
}

/** The last day of a registration, as if it had been confirmed long ago. */
export async function setLastDay({ api }: World, { view }: Registered, validUntil: string): Promise<void> {
  await api.write('UPDATE supporters SET valid_until = $2 WHERE id = $1', [view.supporterId, validUntil]);
}

/** Registrations in every state, with what led to it, and the settings of the office. */
export async function populateSupporters(world: World): Promise<void> {
  const { api, office, certifying, districtId, held } = world;
  const desk = handOf(api, office);
  const active = await anActive(world, '活動 一代');
  const partner = await anActive(world, '活動 二美');
  const resting = await anActive(world, '休養 三江');
  const ended = await anActive(world, '退会 四郎');
  const expired = await anActive(world, '期限 五子');
  const renewed = await anActive(world, '更新 六美');
  held.signIns['supporter'] = active.person.token;
  Object.assign(held.ids, { supporter: active.view.supporterId, partner: partner.view.supporterId });
  const applied = await aGraduate(api, office, certifying, { name: '申請 七子' });
  await applyAsSupporter(api, applied, answers(districtId));
  const typed = await aGraduate(api, office, certifying, { name: '用紙 八郎' });
  await postKept(world, 'enter-supporter', office, {
    path: '/api/office/supporters',
    body: { personId: typed.personId, answers: answers(districtId), pledge: agreed },
  });
  const mine = handOf(api, active.person);
  await mine.put('/api/me/supporter/answers', {
    revision: active.view.revision,
    answers: { times: { slots: ['fri_pm', 'mon_am'] } },
  });
  const rest = handOf(api, resting.person);
  await rest.post('/api/me/supporter/leave', { fromOn: '2026-11-24', reason: '通院のため' });
  await rest.post('/api/me/supporter/return');
  await rest.post('/api/me/supporter/leave', { fromOn: '2026-11-24', untilOn: '2027-01-31' });
  await handOf(api, ended.person).post('/api/me/supporter/ending', { reason: '引っ越し' });
  await setLastDay(world, renewed, '2026-12-31');
  await setLastDay(world, expired, '2026-03-31');
  await passTheDay(world);
  await handOf(api, renewed.person).post('/api/me/supporter/renewal', {
    ...agreed,
    validUntil: '2026-12-31',
  });
  await populateCards(world, [active, partner]);
  await populateMeetings(world, active, partner);
  await desk.put('/api/office/supporter-settings', {
    termYears: 2,
    firstReminderDays: 90,
    secondReminderDays: 21,
    graceDays: 30,
  });
  await changeWordsOfRegistration(world);
}

/** The nightly jobs, and everything they lead to. */
async function passTheDay({ api }: World): Promise<void> {
  await api.settle();
  await enqueue(api, 'supporters.passTheDay');
  await enqueue(api, 'supporters.remind');
  await api.settle();
}

async function populateCards({ api, office, held }: World, chosen: Registered[]): Promise<void> {
  const sheet = await api.as(office).post('/api/office/supporter-cards', {
    supporterIds: chosen.map(({ view }) => view.supporterId),
  });
  if (sheet.status !== 200) throw new Error(`no cards: ${sheet.raw.toString()}`);
  const [first] = chosen;
  const own = await api.as(first!.person).get(`/api/me/supporters/${first!.view.supporterId}/card`);
  const pdf = await openPdf(own.raw);
  const address = await pdf.qrIn({ page: 0, left: 56, top: 12, width: 28, height: 26 });
  pdf.close();
  if (!address) throw new Error('the card has no QR code that can be read');
  held.addresses['supporterCard'] = address;
}

/** Pairs made and dissolved; meetings to come, answered, attended and cancelled. */
async function populateMeetings(world: World, active: Registered, partner: Registered): Promise<void> {
  const { api, office, districtId, held } = world;
  const desk = handOf(api, office);
  const two = { firstId: active.view.supporterId, secondId: partner.view.supporterId };
  const pair = await desk.post('/api/office/supporter-pairs', { ...two, note: '第2水曜日から' });
  await desk.post(`/api/office/supporter-pairs/${pair.supporterPairId}/dissolution`, {
    reason: '曜日が合わなくなった',
  });
  held.ids['pair'] = (await desk.post('/api/office/supporter-pairs', two)).supporterPairId;
  const coming = { heldOn: '2026-12-15', districtIds: [districtId] };
  const path = '/api/office/supporter-meetings';
  const body = {
    title: 'フォローアップの集い',
    from: '13:30',
    to: '15:30',
    ...coming,
    hall: '古河市社会福祉協議会',
    hallAddress: '古河市新久田271-1',
  };
  const meeting = await postKept(world, 'meeting', office, { path, body });
  held.ids['meeting'] = meeting.supporterMeetingId;
  await handOf(api, active.person).put(`/api/me/supporter-meetings/${meeting.supporterMeetingId}/reply`, {
    reply: 'coming',
  });
  const { body: off } = await aMeeting(api, office, { ...coming, heldOn: '2026-12-22' });
  await desk.post(`${path}/${off.supporterMeetingId}/cancellation`, { reason: '会場の都合' });
  const { body: today } = await aMeeting(api, office, {
    ...coming,
    heldOn: '2026-11-24',
    from: '15:30',
    to: '16:30',
  });
  api.clock.set('2026-11-24T15:40:00+09:00');
  await desk.put(`${path}/${today.supporterMeetingId}/attendance`, {
    supporterId: active.view.supporterId,
    attended: true,
  });
  await api.settle();
}

async function changeWordsOfRegistration({ api, office }: World): Promise<void> {
  const desk = handOf(api, office);
  const { activities } = await desk.get('/api/office/supporter-settings');
  const [first, , ...others] = activities as { activityId: string; name: string }[];
  await desk.put('/api/office/supporter-activities', {
    items: [
      ...others.map(({ activityId, name }) => ({ activityId, name })),
      { activityId: first!.activityId, name: `${first!.name}(月2回)` },
      { name: '買いもの支援' },
    ],
  });
}
