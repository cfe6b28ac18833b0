import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { askWho, readSignedIn, signedInHeader } from '@kizuna/shared/contracts/signed-in-header';

import { EnrolmentOfficeReader } from '../../src/modules/enrolment/index.js';
import { NotificationsReader } from '../../src/modules/notifications/index.js';
import { SupportersReader } from '../../src/modules/supporters/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestResponse } from '../support/api.js';

let api: TestApi;
let run: BuiltRun;
let me: BuiltEnrolment;
let office: SignedInPerson;

beforeAll(async () => {
  api = await startTestApi();
  run = await aCourseRun(api).heldOn('2026-07-01').planned();
  me = await aConfirmedLearner(api, run.courseRunId);
  office = await aPerson(api).withRoles('office').signedIn();
  await api.settle();
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => api.close());

const myPage = () => api.as(me.learner).call(pagesEndpoints.getMyPage);
const personPage = () =>
  api.as(office).call(pagesOfficeEndpoints.getPersonPage, { params: { personId: me.learner.personId } });

describe('the answer of a page', () => {
  it('never has a field that its contract does not name, at any depth', async () => {
    const applications = api.get(EnrolmentOfficeReader);
    const list = applications.listOfPerson.bind(applications);
    jest.spyOn(applications, 'listOfPerson').mockImplementation(async (personId) =>
      (await list(personId)).map((row) => ({
        ...row,
        planted: 'secret',
        can: { ...row.can, planted: true },
      })),
    );
    const supporters = api.get(SupportersReader);
    const of = supporters.ofPerson.bind(supporters);
    jest
      .spyOn(supporters, 'ofPerson')
      .mockImplementation(async (personId) => ({ ...(await of(personId)), planted: 'secret' }));
    const { status, body } = await personPage();
    expect(status).toBe(200);
    expect(body.applications).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('planted');
  });

  it('records the look at a person once', async () => {
    const looks = () =>
      api.rows(`SELECT FROM audit_log WHERE action = 'person.viewed' AND actor_id = $1`, [office.personId]);
    const before = await looks();
    await personPage();
    expect(await looks()).toHaveLength(before.length + 1);
  });
});

describe('a part that may fail alone', () => {
  it('is null, and the rest of the page is there', async () => {
    const whole = await myPage();
    expect(whole.body.letters).not.toHaveLength(0);
    jest.spyOn(api.get(NotificationsReader), 'listMine').mockRejectedValue(new Error('no letters today'));
    const { status, body } = await myPage();
    expect(status).toBe(200);
    expect(body).toEqual({ ...whole.body, letters: null });
  });

  it('is not a part that the page needs', async () => {
    jest
      .spyOn(api.get(EnrolmentOfficeReader), 'listOfPerson')
      .mockRejectedValue(new Error('no applications'));
    expect((await personPage()).status).toBe(500);
  });
});

describe('the header that says who is signed in', () => {
  const asking = { headers: { [signedInHeader]: askWho } };
  const saidIn = ({ headers }: TestResponse) => readSignedIn(headers[signedInHeader] as string | undefined);

  it('names the person', async () => {
    const answer = await api.as(me.learner).attempt(pagesEndpoints.getMyPage, asking);
    expect(saidIn(answer)).toMatchObject({
      personId: me.learner.personId,
      name: me.learner.name,
      roles: ['learner'],
    });
  });

  it('says nobody to an anonymous visitor, also behind a closed door', async () => {
    expect(saidIn(await api.anonymous.attempt(pagesEndpoints.getFrontPage, asking))).toBeNull();
    const refused = await api.anonymous.attempt(pagesEndpoints.getMyPage, asking);
    expect(refused.status).toBe(401);
    expect(saidIn(refused)).toBeNull();
  });

  it('is missing where nobody asks', async () => {
    expect(saidIn(await myPage())).toBeUndefined();
  });

  it('is there where a thing does not exist, and where a permission lacks', async () => {
    const params = { courseRunId: api.get(Ids).next() };
    const missing = await api.as(me.learner).attempt(pagesEndpoints.getApplyPage, { params, ...asking });
    expect(missing.status).toBe(404);
    expect(saidIn(missing)).toMatchObject({ personId: me.learner.personId });
    const closed = await api.as(me.learner).attempt(peopleEndpoints.listPeople, asking);
    expect(closed.status).toBe(404);
    expect(saidIn(closed)).toMatchObject({ personId: me.learner.personId });
  });
});

describe('the content that a process keeps', () => {
  it('is new in the next page of another process, once the office has saved it', async () => {
    const other = await startTestApi({
      database: { url: api.databaseUrl, drop: async () => {} },
      keep: true,
    });
    try {
      const hallIn = async (from: TestApi) => {
        const { body } = await from
          .as(me.learner)
          .call(pagesEndpoints.getMyCoursePage, { params: { enrolmentId: me.enrolmentId } });
        return body.attendance[0]!.classSession.hall;
      };
      const before = await hallIn(api);
      expect(await hallIn(other)).toBe(before);
      await moveTo('新しい会場');
      expect([await hallIn(other), await hallIn(api)]).toEqual(['新しい会場', '新しい会場']);
    } finally {
      await other.close();
    }
  });

  it('is never older than what a command of the same process wrote', async () => {
    for (const hall of ['会場 一', '会場 二', '会場 三']) {
      const answer = await moveTo(hall);
      expect(answer.body.classSessions[0]!.hall).toBe(hall);
      const page = await api
        .as(office)
        .call(pagesOfficeEndpoints.getRunPage, { params: { courseRunId: run.courseRunId } });
      expect(page.body.run.classSessions[0]!.hall).toBe(hall);
      const apply = await api.anonymous.call(pagesEndpoints.getApplyPage, {
        params: { courseRunId: run.courseRunId },
      });
      expect(apply.body.run.classSessions[0]!.hall).toBe(hall);
    }
  });

  async function moveTo(hall: string) {
    const answer = await api.as(office).call(coursesEndpoints.changeClassSession, {
      params: { classSessionId: run.classSessionIds[0]! },
      body: {
        lessonId: run.course.trainingDayLessonIds[0]!,
        heldOn: '2026-07-01',
        startTime: '13:30',
        endTime: '15:30',
        hall,
        hallAddress: '古河市',
        note: null,
        cancelled: false,
      },
    });
    expect(answer.status).toBe(200);
    return answer;
  }
});
