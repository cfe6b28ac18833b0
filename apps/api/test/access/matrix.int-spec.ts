import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf, roles, type Role } from '@kizuna/shared/vocabulary/roles';

import { CertificationIssuerService } from '../../src/modules/certification/index.js';
import { RouteRegister, type RegisteredRoute } from '../../src/platform/auth/index.js';
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
 * Every role against every route of the OpenAPI document, with the ids of somebody else. Wrong allows 0, wrong denies
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
  const lesson = (id: string) => `/api/me/enrolments/${owner.enrolmentId}/lessons/${id}`;
  const attempt = await me.post(`${lesson(course.quizLessonId)}/attempts`);
  await api.settle();
  const notifications = await me.get('/api/me/notifications');
  const { body: inbox } = await api.as(office).get('/api/office/applications');
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
    questionKey: attempt.body.questions[0].questionKey,
    courseRunId: run.courseRunId,
    classSessionId: run.classSessionIds[0]!,
    certificateId,
    certificateBatchId,
    paperRecordId: await aPaperRecord(),
    groupViewingId: viewing.groupViewingId,
    code: viewing.code,
    notificationId: notifications.body.items[0].notificationId,
    materialId: await aDocument(api, { courseId: course.courseId }),
    applicationId: inbox.items.find((item: { personId: string }) => item.personId === owner.learner.personId)
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
    .post(`/api/me/enrolments/${enrolmentId}/lessons/${small.materialLessonId}/reading`);
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
  const made = await api.as(office).post('/api/office/supporter-pairs', { firstId, secondId: supporterId });
  return made.body.supporterPairId;
}

/** A line of the paper ledger. */
async function aPaperRecord(): Promise<string> {
  const line = { fiscalYear: 2015, courseTitle: '昔の講座', number: '1', name: '昔野 花子' };
  return (await api.as(office).post('/api/office/paper-records', line)).body.paperRecordId;
}

/** Bodies that pass the contract, so that it is ownership that answers. */
const bodies: Record<string, () => object> = {
  'PUT /api/me/supporter-meetings/:supporterMeetingId/reply': () => ({ reply: 'absent' }),
  'PUT /api/me/attempts/:attemptId/answers/:questionKey': () => ({ choiceKeys: [] }),
  'POST /api/me/enrolments/:enrolmentId/withdrawal': () => ({ reason: '都合' }),
  'POST /api/me/enrolments/:enrolmentId/lessons/:lessonId/watch-reports': () => ({
    playbackId: '01890000-0000-7000-8000-000000000000',
    sequence: 0,
    playedRanges: [],
    positionMs: 0,
  }),
  'PUT /api/me/enrolments/:enrolmentId/materials/:materialId/place': () => ({ page: 1 }),
  'POST /api/me/enrolments/:enrolmentId/lessons/:lessonId/playbacks': () => ({}),
  'PUT /api/class-sessions/:classSessionId/attendance/:enrolmentId': () => ({ status: 'present' }),
  'POST /api/group-viewings/:groupViewingId/check-ins': () => ({ cardNumber: '1234567897' }),
  'POST /api/group-viewings/:groupViewingId/attendees': () => ({ personIds: [owner.learner.personId] }),
  'POST /api/group-viewings/:groupViewingId/attendees/:personId/removal': () => ({ reason: '都合' }),
  'POST /api/group-viewings/:groupViewingId/closing': () => ({ outcome: 'held', othersCount: 0 }),
  'POST /api/group-viewings/:groupViewingId/cancellation': () => ({ reason: '都合' }),
  'POST /api/group-viewings/:groupViewingId/reopening': () => ({ reason: '都合' }),
  'PATCH /api/group-viewings/:groupViewingId': () => aViewingBody(course.videoId, { revision: 1 }),
  'POST /api/class-sessions/:classSessionId/check-ins': () => ({ cardNumber: '1234567897' }),
};

/** Where a route can only answer for another thing of the owner's. */
const idsInstead: Record<string, () => Record<string, string>> = {
  'GET /api/office/course-runs/:courseRunId/certificates/print': () => ({ courseRunId: certifiedRunId }),
  'GET /api/office/course-runs/:courseRunId/envelopes': () => ({ courseRunId: certifiedRunId }),
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

const nameOf = ({ method, path }: RegisteredRoute) => `${method} ${path}`;
const parametersOf = ({ path }: RegisteredRoute) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
const guarded = () =>
  api
    .get(RouteRegister)
    .routes()
    .filter((route) => route.access.kind === 'permission');
const allows = (role: Role, route: RegisteredRoute) =>
  route.access.kind === 'permission' && permissionsOf(role).includes(route.access.permission);

function send(route: RegisteredRoute, as?: SignedInPerson): Promise<TestResponse> {
  const url = route.path.replace(
    /:(\w+)/g,
    (_, name: string) =>
      idsInstead[nameOf(route)]?.()[name] ?? ids[name] ?? '01890000-0000-7000-8000-000000000000',
  );
  const body = bodies[nameOf(route)]?.();
  const client = as ? api.as(as) : api.anonymous;
  return client.send({ method: route.method as 'GET', url, ...(body ? { payload: body } : {}) });
}

/** Whether this role must be told that the thing does not exist, although the door is open to it. */
function isSomebodyElses(role: Role, route: RegisteredRoute): boolean {
  if (route.path.startsWith('/api/uploads/')) return true;
  const names = parametersOf(route).filter((name) => owned.includes(name));
  if (names.length === 0) return false;
  if (route.path.startsWith('/api/me/')) return true;
  return role === 'instructor' || role === 'organiser' || role === 'learner';
}

describe('every role × every route × somebody else’s ids', () => {
  it('knows every parameter of every guarded route', () => {
    const unknown = guarded().flatMap((route) => parametersOf(route).filter((name) => !known.includes(name)));
    expect(unknown).toEqual([]);
    expect(guarded().length).toBeGreaterThan(60);
  });

  it('asks anonymous visitors to sign in', async () => {
    const wrong: string[] = [];
    for (const route of guarded()) if ((await send(route)).status !== 401) wrong.push(nameOf(route));
    expect(wrong).toEqual([]);
  });

  it.each(roles)('shows the role %s a closed door where it has no permission', async (role) => {
    const wrong: string[] = [];
    for (const route of guarded().filter((r) => !allows(role, r))) {
      const { status } = await send(route, strangers[role]);
      if (status !== 404) wrong.push(`${nameOf(route)} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('tells the role %s that somebody else’s things do not exist', async (role) => {
    const wrong: string[] = [];
    for (const route of guarded().filter((r) => allows(role, r) && isSomebodyElses(role, r))) {
      const { status } = await send(route, strangers[role]);
      if (status !== 404) wrong.push(`${nameOf(route)} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(roles)('lets the role %s read what it may', async (role) => {
    const wrong: string[] = [];
    const mayRead = guarded().filter(
      (r) =>
        r.method === 'GET' &&
        allows(role, r) &&
        !isSomebodyElses(role, r) &&
        !r.path.includes('progress.csv'),
    );
    for (const route of mayRead) {
      const { status } = await send(route, strangers[role]);
      if (status !== 200) wrong.push(`${nameOf(route)} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('lets the owner have what is the owner’s', async () => {
    const wrong: string[] = [];
    const mine = guarded().filter(
      (r) => r.method === 'GET' && r.path.startsWith('/api/me/') && allows('learner', r),
    );
    for (const route of mine) {
      const { status } = await send(route, owner.learner);
      if (status !== 200) wrong.push(`${nameOf(route)} → ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
