import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { endpoints, type NamedEndpoint } from '@kizuna/shared/contracts/endpoints';
import { permissionsOf, roles, type Role } from '@kizuna/shared/vocabulary/roles';

import { CertificationIssuerService } from '../../src/modules/certification/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCertifyingRun, issueCertificates } from '../builders/certificate.js';
import { aCourse, aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aDocument } from '../builders/material.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aDistrict, aGraduate, anActiveSupporter, answers, aSupporterOf } from '../builders/supporter.js';
import { aViewing, aViewingBody } from '../builders/viewing.js';
import { startTestApi, type TestApi, type TestResponse } from '../support/api.js';

/**
 * Every role against every endpoint of the contracts, with the ids of somebody else. Wrong allows 0, wrong denies
 * 0, routes not covered 0: a new parameter that this table does not know makes it fail.
 */
let api: TestApi;
let course: LearningCourse;
let run: BuiltRun;
let owner: BuiltEnrolment;
let ids: Record<string, string>;
const strangers = {} as Record<Role, SignedInPerson>;
let office: SignedInPerson;
/** The run in which the owner's certificate was issued; the owner's other run goes on. */
let certifiedRunId: string;
let certificateBatchId: string;

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api);
  run = await aCourseRun(api).of(course).heldOn('2026-06-10').planned();
  owner = await aConfirmedLearner(api, run.courseRunId);
  for (const role of roles) strangers[role] = await aPerson(api).withRoles(role).signedIn();
  office = await aPerson(api).withRoles('office').signedIn();
  ids = await idsOfTheOwner();
});
afterAll(() => api.close());

/** The owner learns, attends, is certified and written to; these are the ids that others try. */
async function idsOfTheOwner(): Promise<Record<string, string>> {
  const me = api.as(owner.learner);
  const attempt = await me.call(learningEndpoints.startAttempt, {
    params: { enrolmentId: owner.enrolmentId, lessonId: course.quizLessonId },
  });
  await api.settle();
  const notifications = await me.call(notificationsEndpoints.listOwnNotifications);
  const { body: inbox } = await api.as(office).call(enrolmentEndpoints.listApplications);
  const certificateId = await aCertificate();
  const viewing = await aViewing(api, course.videoId);
  const supporter = await aSupporterOf(api, office, owner.learner);
  return {
    ...supporter,
    supporterPairId: await aPairWith(supporter.supporterId),
    personId: owner.learner.personId,
    enrolmentId: owner.enrolmentId,
    lessonId: course.materialLessonId,
    courseId: course.courseId,
    language: 'ja',
    // the template that every installation begins with
    templateId: '00000000-0000-7000-8000-000000000201',
    form: 'json',
    videoId: course.videoId,
    attemptId: attempt.body.attemptId,
    questionKey: attempt.body.questions[0]!.questionKey,
    courseRunId: run.courseRunId,
    classSessionId: run.classSessionIds[0]!,
    certificateId,
    certificateBatchId,
    paperRecordId: await aPaperRecord(),
    groupViewingId: viewing.groupViewingId,
    code: viewing.code,
    notificationId: notifications.body.items[0]!.notificationId,
    materialId: await aDocument(api, { courseId: course.courseId }),
    applicationId: inbox.items.find((item: { personId: string }) => item.personId === owner.learner.personId)!
      .applicationId,
  };
}

/** A certificate of the owner, from another run in which everything is done. */
async function aCertificate(): Promise<string> {
  const small = await aCourse(api, { trainingDays: 0 });
  const done = await aCourseRun(api).of(small).planned();
  certifiedRunId = done.courseRunId;
  const { enrolmentId } = await aConfirmedLearner(api, done.courseRunId, owner.learner);
  await api
    .as(owner.learner)
    .call(learningEndpoints.recordReading, { params: { enrolmentId, lessonId: small.materialLessonId } });
  const wording = { courseTitle: '入門編', numberLabel: '入門', body: '課程を修了したことを証します。' };
  const issuer = { issuer: '社会福祉協議会', issuerHead: '会長 見本 太郎' };
  await api
    .get(Transactions)
    .run(() => api.get(CertificationIssuerService).provide(small.courseId, wording, issuer));
  const { batch, issued } = await issueCertificates(api, office, { enrolmentIds: [enrolmentId] });
  certificateBatchId = batch.certificateBatchId;
  return issued[0]!.certificateId;
}

/** A pair of the owner and somebody else. */
async function aPairWith(firstId: string): Promise<string> {
  const other = await aGraduate(api, office, await aCertifyingRun(api));
  const { supporterId } = await anActiveSupporter(api, office, other, answers(await aDistrict(api)));
  const made = await api
    .as(office)
    .call(activitiesEndpoints.pairSupporters, { body: { firstId, secondId: supporterId } });
  return made.body.supporterPairId;
}

/** A line of the paper ledger. */
async function aPaperRecord(): Promise<string> {
  const line = { fiscalYear: 2015, courseTitle: '昔の講座', number: '1', name: '昔野 花子' };
  return (await api.as(office).call(ledgerPaperRecordsEndpoints.enterPaperRecord, { body: line })).body
    .paperRecordId;
}

/** Bodies that pass the contract, so that it is ownership that answers. */
const bodies: Record<string, () => object> = {
  replyToMeeting: () => ({ reply: 'absent' }),
  saveAnswer: () => ({ choiceKeys: [] }),
  withdrawOwnEnrolment: () => ({ reason: '都合' }),
  reportWatching: () => ({
    playbackId: '01890000-0000-7000-8000-000000000000',
    sequence: 0,
    playedRanges: [],
    positionMs: 0,
  }),
  saveReadingPlace: () => ({ page: 1 }),
  startPlayback: () => ({}),
  recordAttendance: () => ({ status: 'present' }),
  checkInToViewing: () => ({ cardNumber: '1234567897' }),
  enterAttendees: () => ({ personIds: [owner.learner.personId] }),
  removeAttendee: () => ({ reason: '都合' }),
  closeViewing: () => ({ outcome: 'held', othersCount: 0 }),
  cancelViewing: () => ({ reason: '都合' }),
  reopenViewing: () => ({ reason: '都合' }),
  correctViewing: () => aViewingBody(course.videoId, { revision: 1 }),
  checkInToSession: () => ({ cardNumber: '1234567897' }),
};

/** Queries without which a route answers nothing. */
const queries: Record<string, () => object> = {
  getPairFormPage: () => ({ with: ids['supporterId'] }),
};

/** Where a route can only answer for another thing of the owner's. */
const idsInstead: Record<string, () => Record<string, string>> = {
  printRunCertificates: () => ({ courseRunId: certifiedRunId }),
  printRunEnvelopes: () => ({ courseRunId: certifiedRunId }),
};

/** Parameters that name something of one person (or of one instructor's run), and public ones that name nobody's. */
const owned = [
  'enrolmentId',
  'attemptId',
  'certificateId',
  'certificateBatchId',
  'notificationId',
  'classSessionId',
  'courseRunId',
  'groupViewingId',
  'supporterId',
  'supporterMeetingId',
  // what people watched of a film is an instructor's only where the film is shown in an own run
  'videoId',
];
const known = [
  ...owned,
  'courseId',
  'language',
  'templateId',
  'templateVersionId',
  'personId',
  'applicationId',
  'supporterPairId',
  'publicCode',
  'paperRecordId',
  'lessonId',
  'materialId',
  'questionKey',
  'version',
  'file',
  'code',
  'uploadId',
  'form',
];

const parametersOf = ({ path }: Endpoint) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
const guarded = () => endpoints.filter(({ endpoint }) => endpoint.access !== 'public');
const allows = (role: Role, { access }: Endpoint) =>
  access !== 'public' && permissionsOf(role).includes(access);
const isOwn = ({ path }: Endpoint) => /^\/api\/(me|pages\/my)\b/.test(path);

function send({ name, endpoint }: NamedEndpoint, as?: SignedInPerson): Promise<TestResponse> {
  const instead = idsInstead[name]?.() ?? {};
  const params = Object.fromEntries(
    parametersOf(endpoint).map((one) => [
      one,
      instead[one] ?? ids[one] ?? '01890000-0000-7000-8000-000000000000',
    ]),
  );
  const client = as ? api.as(as) : api.anonymous;
  return client.attempt(endpoint, { params, query: queries[name]?.() ?? {}, body: bodies[name]?.() });
}

/** Whether this role must be told that the thing does not exist, although the door is open to it. */
function isSomebodyElses(role: Role, endpoint: Endpoint): boolean {
  if (parametersOf(endpoint).includes('uploadId')) return true;
  const names = parametersOf(endpoint).filter((name) => owned.includes(name));
  if (names.length === 0) return false;
  if (isOwn(endpoint)) return true;
  return role === 'instructor' || role === 'organiser' || role === 'learner';
}

describe('every role × every route × somebody else’s ids', () => {
  it('knows every parameter of every guarded route', () => {
    const unknown = guarded().flatMap(({ endpoint }) =>
      parametersOf(endpoint).filter((name) => !known.includes(name)),
    );
    expect(unknown).toEqual([]);
    const names = endpoints.map(({ name }) => name);
    expect(
      [...Object.keys(bodies), ...Object.keys(queries), ...Object.keys(idsInstead)].filter(
        (one) => !names.includes(one),
      ),
    ).toEqual([]);
    expect(guarded().length).toBeGreaterThan(60);
  });

  it('asks anonymous visitors to sign in', async () => {
    const wrong: string[] = [];
    for (const route of guarded()) if ((await send(route)).status !== 401) wrong.push(route.name);
    expect(wrong).toEqual([]);
  });

  it.each(roles)('shows the role %s a closed door where it has no permission', async (role) => {
    const wrong: string[] = [];
    for (const route of guarded().filter(({ endpoint }) => !allows(role, endpoint))) {
      const { status } = await send(route, strangers[role]);
      if (status !== 404) wrong.push(`${route.name} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('tells the role %s that somebody else’s things do not exist', async (role) => {
    const wrong: string[] = [];
    for (const route of guarded().filter(
      ({ endpoint }) => allows(role, endpoint) && isSomebodyElses(role, endpoint),
    )) {
      const { status } = await send(route, strangers[role]);
      if (status !== 404) wrong.push(`${route.name} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('lets the role %s read what it may', async (role) => {
    const wrong: string[] = [];
    const mayRead = guarded().filter(
      ({ name, endpoint }) =>
        endpoint.method === 'GET' &&
        allows(role, endpoint) &&
        !isSomebodyElses(role, endpoint) &&
        name !== 'exportProgress',
    );
    for (const route of mayRead) {
      const { status } = await send(route, strangers[role]);
      if (status !== 200) wrong.push(`${route.name} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets the owner have what is the owner’s', async () => {
    const wrong: string[] = [];
    const mine = guarded().filter(
      ({ endpoint }) => endpoint.method === 'GET' && isOwn(endpoint) && allows('learner', endpoint),
    );
    for (const route of mine) {
      const { status } = await send(route, owner.learner);
      if (status !== 200) wrong.push(`${route.name} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
