import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { endpoints, type NamedEndpoint } from '@kizuna/shared/contracts/endpoints';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import fc from 'fast-check';

import { aConfirmedLearner } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aLearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, requestTo } from '../support/api.js';

/** Bad input gets a 4xx, never a 500: every route, with whatever a careless or hostile client may send. */
let api: TestApi;
let people: SignedInPerson[];
let ids: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi();
  const course = await aLearningCourse(api);
  const run = await aCourseRun(api).of(course).heldOn('2026-06-10').planned();
  const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId);
  const admin = await aPerson(api).withRoles('admin').signedIn();
  people = [learner, admin];
  ids = {
    enrolmentId,
    personId: learner.personId,
    courseRunId: run.courseRunId,
    classSessionId: run.classSessionIds[0]!,
    lessonId: course.videoLessonId,
    slug: course.slug,
  };
});
afterAll(() => api.close());

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '𠮷',
    'a'.repeat(5_000),
    "' OR 1=1 --",
    '../../etc/passwd',
    '%',
    '{}',
  ),
  fc.constantFrom(
    'null',
    '-1',
    '1e999',
    '9999999999999999999',
    '2026-02-30',
    '2026-13-01T99:99:99Z',
    '<script>',
  ),
  fc.string({ maxLength: 40 }),
);
const oddValue = fc.oneof(
  oddText,
  fc.constantFrom(null, true, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]], { a: 1 }),
  fc.array(oddText, { maxLength: 3 }),
);
const fieldNames = [
  ...[
    'name',
    'kana',
    'bornOn',
    'phone',
    'email',
    'address',
    'districtId',
    'courseRunId',
    'consent',
    'wishes',
  ],
  ...[
    'status',
    'reason',
    'version',
    'choiceKeys',
    'sequence',
    'playbackId',
    'playedRanges',
    'positionMs',
    'answers',
  ],
  ...[
    'step',
    'enrolmentIds',
    'enrolmentId',
    'issuedOn',
    'cardNumber',
    'secret',
    'password',
    'token',
    'code',
    'number',
  ],
  ...[
    'capacity',
    'opensAt',
    'closesAt',
    'courseId',
    'lessonId',
    'heldOn',
    'startTime',
    'endTime',
    'roles',
    'replyBy',
  ],
];
const oddBody = fc.oneof(
  fc.dictionary(fc.constantFrom(...fieldNames), oddValue, { maxKeys: 12 }),
  fc.constantFrom(null, [], 'text', 7, true),
);
const oddQuery = fc.dictionary(
  fc.constantFrom(
    'q',
    'cursor',
    'limit',
    'status',
    'courseRunId',
    'fiscalYear',
    'kana',
    'phone',
    'channel',
    'state',
  ),
  oddText,
  { maxKeys: 3 },
);
const odd = fc.record({
  keepIds: fc.boolean(),
  segment: oddText,
  query: oddQuery,
  body: oddBody,
  key: fc.option(oddText, { nil: undefined }),
});

/** The address of a file is no endpoint, but takes hostile input too. */
const media: NamedEndpoint = {
  name: 'media',
  endpoint: { method: 'GET', path: `${mediaPath}/:ticket/film.mp4` as const, access: 'public', status: 200 },
};

type Odd = typeof odd extends fc.Arbitrary<infer T> ? T : never;

async function send(route: Endpoint, person: SignedInPerson | undefined, given: Odd): Promise<number> {
  const part = (name: string) =>
    given.keepIds && ids[name] ? ids[name] : encodeURIComponent(Buffer.from(given.segment).toString());
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => part(name) || 'x');
  const query = new URLSearchParams(given.query).toString();
  const client = person ? api.as(person) : api.anonymous;
  const hasBody = !['GET', 'DELETE', 'HEAD'].includes(route.method);
  const key = given.key?.replace(/[^\x20-\x7e]/g, '');
  const answer = await client.send({
    method: route.method as 'GET',
    url: query ? `${path}?${query}` : path,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(hasBody ? { payload: JSON.stringify(given.body) } : {}),
  });
  return answer.status;
}

it('answers no generated request with a 5xx', async () => {
  const broken: string[] = [];
  let sent = 0;
  for (const { name, endpoint: route } of [...endpoints, media]) {
    // Signing out would end the test; readiness is allowed to say 503
    if (name.startsWith('signOut') || name === 'getReadiness') continue;
    for (const given of fc.sample(odd, 25)) {
      for (const person of [undefined, ...people]) {
        const status = await send(route, person, given);
        sent += 1;
        if (status >= 500)
          broken.push(`${route.method} ${route.path} → ${status} ${JSON.stringify(given).slice(0, 300)}`);
      }
    }
  }
  expect(broken).toEqual([]);
  expect(sent).toBeGreaterThan(5_000);
}, 120_000);

it('refuses bodies that are no JSON, too large, or of another site’s form', async () => {
  const send = (headers: Record<string, string>, payload: string) =>
    api.anonymous
      .send({ ...requestTo(enrolmentEndpoints.applyForRun), headers, payload })
      .then(({ status }) => status);
  expect(await send({ 'content-type': 'application/json' }, '{"a":')).toBe(400);
  expect(await send({ 'content-type': 'application/json' }, `"${'x'.repeat(2_000_000)}"`)).toBe(413);
  expect(await send({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1')).toBe(415);
  expect(await send({ 'content-type': 'text/plain' }, '{}')).toBe(415);
  expect(await send({ 'content-type': 'application/json', origin: 'https://evil.example' }, '{}')).toBe(403);
});
