import { Jobs } from '../../../src/platform/jobs/index.js';
import { OutboxDispatcher } from '../../../src/platform/outbox/index.js';
import { anApplication, anAppliedLearner, type BuiltEnrolment } from '../../builders/application.js';
import { aCertificate, aGraduateOf, runBatch } from '../../builders/certificate.js';
import { aCourse, aCourseRun } from '../../builders/course-run.js';
import { aMaterialBody, anUpload } from '../../builders/material.js';
import { aPdf } from '../../builders/pdf.js';
import { aPerson } from '../../builders/person.js';
import { agreed, aGraduate, aMeeting, answers, applyAsSupporter } from '../../builders/supporter.js';
import { aViewing } from '../../builders/viewing.js';
import type { TestApi } from '../../support/api.js';
import { aDraftFilm, giveFile } from './films.js';
import { rightAnswers, showingPath } from './learning.js';
import { aKeptLearner } from './people.js';
import { anActive, setLastDay, type Registered } from './supporters.js';
import { enqueue, handOf, type World } from './world.js';

/** Dispatches what waits without working on the jobs that it leads to. */
async function dispatchOnly(api: TestApi): Promise<void> {
  while (await api.get(OutboxDispatcher).dispatchNext());
}

/** Messages on their way: sent, refused for good, refused for now, queued; letters printed and to be printed. */
export async function populateNotifications(world: World): Promise<void> {
  const { api, office, run } = world;
  const desk = handOf(api, office);
  const apply = (email: string) =>
    api.anonymous.post('/api/applications', anApplication(run.courseRunId, { email, replyBy: 'mail' }));
  const failed = async () =>
    (await desk.get('/api/office/notifications?state=failed')).items[0].notificationId;
  api.mailbox.refuseWith = 550;
  for (const [email, action] of [
    ['letter@example.jp', 'letter'],
    ['retry@example.jp', 'retry'],
    ['gone@example.jp', null],
  ] as const) {
    await apply(email);
    await api.settle();
    if (action) await desk.post(`/api/office/notifications/${await failed()}/${action}`);
    if (action === 'retry') api.mailbox.refuseWith = undefined;
    await api.settle();
    api.mailbox.refuseWith = 550;
  }
  const letters = await desk.get('/api/office/notifications?channel=letter&state=queued');
  await desk.post(`/api/office/notifications/${letters.items[0].notificationId}/printed`);
  api.mailbox.refuseWith = undefined;
}

/** A mail that is tried again later, and one that nobody has tried yet. */
async function pendingMail({ api, run }: World): Promise<void> {
  const apply = (email: string) =>
    api.anonymous.post('/api/applications', anApplication(run.courseRunId, { email, replyBy: 'mail' }));
  api.mailbox.refuseWith = 451;
  await apply('later@example.jp');
  await api.settle();
  api.mailbox.refuseWith = undefined;
  await apply('queued@example.jp');
  await dispatchOnly(api);
}

/** Facts that nobody was told yet: at least one of each type. Nothing is settled after the first of them. */
export async function populatePendingEvents(world: World, film: Buffer): Promise<void> {
  const registered = [await anActive(world, '失効 一代'), await anActive(world, '満了 二美')];
  await world.api.settle();
  await pendingMail(world);
  await pendingAccounts(world);
  await pendingWork(world, film, registered);
  await pendingApplications(world);
  await pendingLearning(world);
  await pendingCertificates(world);
  await pendingSupporters(world);
}

async function pendingAccounts({ api, office, held }: World): Promise<void> {
  const person = await aPerson(api).named('忘れ 物子', 'わすれ ものこ').withPassword('さくらの咲く丘で');
  await api.anonymous.post('/api/password-resets', { email: person.email });
  // Only this fact is told: the mail that it leads to waits
  await api.get(OutboxDispatcher).dispatchNext();
  const [row] = await api.rows<{ token: string }>(
    `SELECT payload ->> 'token' AS token FROM outbox_events WHERE type = 'people.password_reset_requested'
       AND dispatched_at IS NULL`,
  );
  held.passwordReset = { token: row!.token };
  await api.anonymous.post('/api/password-resets', { email: person.email });
  const invited = await aPerson(api).named('招待 待子', 'しょうたい まちこ').recorded();
  await handOf(api, office).post(`/api/people/${invited.personId}/invitation`);
  const view = await handOf(api, office).get(`/api/people/${invited.personId}`);
  const { kana, bornOn, phone, email, address, version } = view;
  await handOf(api, office).patch(`/api/people/${invited.personId}`, {
    name: '招待 松子',
    kana,
    bornOn,
    phone,
    email,
    address,
    version,
    reason: '聞き違い',
  });
}

/** What a worker has done without telling it yet: films, and the night's work on registrations. */
async function pendingWork(world: World, film: Buffer, registered: Registered[]): Promise<void> {
  const { api } = world;
  const [expiring, ending] = registered;
  await setLastDay(world, expiring!, '2026-03-31');
  await setLastDay(world, ending!, '2027-01-31');
  const [good, bad] = [await aDraftFilm(world, 'ready'), await aDraftFilm(world, 'broken')];
  await giveFile(world, good.videoId, film);
  await giveFile(world, bad.videoId, Buffer.from('broken'));
  await enqueue(api, 'supporters.passTheDay');
  await enqueue(api, 'supporters.remind');
  const mail = `name = 'notifications.sendMail' AND state IN ('created', 'retry')`;
  await api.write(`UPDATE pgboss.job SET start_after = start_after + interval '1 hour' WHERE ${mail}`);
  await api.get(Jobs).runWaiting();
  await api.write(`UPDATE pgboss.job SET start_after = start_after - interval '1 hour' WHERE ${mail}`);
  world.held.ids['finishedFilm'] = good.videoId;
}

async function pendingApplications(world: World): Promise<void> {
  const { api, office } = world;
  const desk = handOf(api, office);
  const course = await aCourse(api, { trainingDays: 0 });
  const plan = {
    courseId: course.courseId,
    name: '満員の回',
    capacity: 4,
    status: 'published',
    opensAt: '2026-11-01T09:00:00+09:00',
    closesAt: '2027-01-31T17:00:00+09:00',
  };
  const { courseRunId } = await desk.post('/api/office/course-runs', plan);
  const people: BuiltEnrolment[] = [];
  for (let i = 0; i < 7; i += 1) people.push(await anAppliedLearner(api, courseRunId));
  const [leaves, cancelled, declined, confirmed] = people as [
    BuiltEnrolment,
    BuiltEnrolment,
    BuiltEnrolment,
    BuiltEnrolment,
  ];
  await desk.post('/api/office/enrolments/confirmations', { enrolmentIds: [confirmed.enrolmentId] });
  const mine = `/api/me/enrolments/${leaves.enrolmentId}/withdrawal`;
  await handOf(api, leaves.learner).post(mine, { reason: '都合がつかない' });
  const reason = 'ご本人の連絡';
  await desk.post(`/api/office/enrolments/${cancelled.enrolmentId}/cancellation`, { reason });
  await desk.post(`/api/office/enrolments/${declined.enrolmentId}/decline`, { reason });
  for (let i = 0; i < 2; i += 1) await anAppliedLearner(api, courseRunId);
  await desk.patch(`/api/office/course-runs/${courseRunId}`, { ...plan, capacity: 5 });
  const off = await aCourseRun(api).of(course).planned();
  await anAppliedLearner(api, off.courseRunId);
  await desk.patch(`/api/office/course-runs/${off.courseRunId}`, { ...plan, status: 'cancelled' });
}

async function pendingLearning(world: World): Promise<void> {
  const { api, course, run, instructor, office } = world;
  const me = await aKeptLearner(world, 'newcomer', '新規 始子', 'しんき はじめこ');
  const hand = handOf(api, me.learner);
  const lessons = `/api/me/enrolments/${me.enrolmentId}/lessons`;
  await hand.post(`${lessons}/${course.materialLessonId}/reading`);
  const attempt = await hand.post(`${lessons}/${course.quizLessonId}/attempts`);
  const submission = { answers: rightAnswers(attempt.questions) };
  await hand.post(`/api/me/attempts/${attempt.attemptId}/submission`, submission);
  const today = run.classSessionIds[0];
  await handOf(api, instructor).put(`/api/class-sessions/${today}/attendance/${me.enrolmentId}`, {
    status: 'present',
  });
  await handOf(api, office).patch(`/api/office/courses/${course.courseId}/film-rules`, {
    digestCounts: true,
    lessons: [{ lessonId: course.videoLessonId, thresholdPercent: 80 }],
  });
  const when = { heldOn: '2026-11-24', from: '15:00', to: '15:30', place: '上大野公民館' };
  const viewing = await aViewing(api, course.videoId, when, instructor);
  const personIds = [me.learner.personId];
  await handOf(api, office).post(`${showingPath(viewing)}/attendees`, { personIds });
  await handOf(api, instructor).post(`${showingPath(viewing)}/closing`, { outcome: 'held', othersCount: 0 });
  const removal = `${showingPath(viewing)}/attendees/${me.learner.personId}/removal`;
  await handOf(api, instructor).post(removal, { reason: '別の方' });
}

async function pendingCertificates(world: World): Promise<void> {
  const { api, office, certifying } = world;
  const desk = handOf(api, office);
  const issue = (enrolmentIds: string[]) => desk.post('/api/office/certificates', { enrolmentIds });
  const done = await aGraduateOf(api, certifying, ['待機 一子', 'たいき いちこ']);
  const { certificateBatchId } = await issue([done.enrolmentId]);
  await runBatch(api, certificateBatchId);
  const lost = await aCertificate(api, office, certifying, ['待機 二子', 'たいき にこ']);
  await desk.post(`/api/office/certificates/${lost.certificateId}/reissues`, {
    reason: 'damaged',
    name: lost.name,
  });
  const waits = await aGraduateOf(api, certifying, ['待機 三子', 'たいき みこ']);
  world.held.ids['waitingBatch'] = (await issue([waits.enrolmentId])).certificateBatchId;
}

async function pendingSupporters(world: World): Promise<void> {
  const { api, office, certifying, districtId } = world;
  const applied = await aGraduate(api, office, certifying, { name: '新任 一代' });
  await applyAsSupporter(api, applied, answers(districtId));
  const renewing = await anActive(world, '新任 二美');
  await setLastDay(world, renewing, '2026-12-31');
  const mine = handOf(api, renewing.person);
  await mine.post('/api/me/supporter/renewal', { ...agreed, validUntil: '2026-12-31' });
  await mine.post('/api/me/supporter/leave', { fromOn: '2026-11-24' });
  await mine.post('/api/me/supporter/return');
  const leaving = await anActive(world, '新任 三江');
  await handOf(api, leaving.person).post('/api/me/supporter/ending', { reason: '引っ越し' });
  const { body } = await aMeeting(api, office, { heldOn: '2026-12-25' });
  await handOf(api, office).post(`/api/office/supporter-meetings/${body.supporterMeetingId}/cancellation`, {
    reason: '会場の都合',
  });
}

/** A registration that is filled in but not sent, with the words of the pledge as they have become. */
export async function populateSupporterDraft(world: World): Promise<void> {
  const { api, office, certifying, districtId, held } = world;
  const text = '活動で知ったことは、退いたあとも話しません。';
  const { pledge } = await handOf(api, office).post('/api/office/supporter-pledges', { text });
  const person = await aGraduate(api, office, certifying, { name: '下書 九美' });
  const pages = { ...answers(districtId), pledge: { pledgeVersion: pledge.version, agreed: true } };
  for (const [step, page] of Object.entries(pages))
    await handOf(api, person).put('/api/me/supporter/draft', { step, answers: page });
  held.signIns['registering'] = person.token;
}

/** Jobs that no worker has taken: at least one in each queue. */
export async function populatePendingJobs(world: World, film: Buffer): Promise<void> {
  const { api, office, held } = world;
  const desk = handOf(api, office);
  const waiting = await aDraftFilm(world, 'waiting');
  await giveFile(world, waiting.videoId, film);
  held.ids['waitingFilm'] = waiting.videoId;
  const { materialId } = await desk.post('/api/office/materials', aMaterialBody());
  const uploadId = await anUpload(api, office, aPdf({ pages: ['Mada'] }));
  await desk.post(`/api/office/materials/${materialId}/documents`, { uploadId });
  held.ids['waitingMaterial'] = materialId;
  const unused = await anUpload(api, office, film, { fileName: '古い映像.mp4', purpose: 'film' });
  await enqueue(api, 'transcoding.forgetSource', { uploadId: unused });
  const queues = await api.rows<{ name: string }>(
    `SELECT q.name FROM pgboss.queue q WHERE q.name NOT LIKE '\\_\\_%' AND NOT EXISTS
       (SELECT 1 FROM pgboss.job j WHERE j.name = q.name AND j.state IN ('created', 'retry'))`,
  );
  for (const { name } of queues) await enqueue(api, name);
}
