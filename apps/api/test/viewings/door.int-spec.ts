import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';

import { aConfirmedLearner } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aViewing, type BuiltViewing } from '../builders/viewing.js';
import { startTestApi, testNow, type TestApi } from '../support/api.js';

let api: TestApi;
let course: LearningCourse;
let run: BuiltRun;
let office: SignedInPerson;
let viewing: BuiltViewing;
const during = '2026-06-10T10:30:00+09:00';
const atHome = '2026-06-10T12:01:00+09:00';

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api);
  run = await aCourseRun(api).of(course).planned();
  office = await aPerson(api).withRoles('office').signedIn();
  viewing = await aViewing(api, course.videoId);
});
afterAll(() => api.close());
afterEach(() => api.clock.set(testNow));

describe('the door behind the QR code', () => {
  it('takes a card with its secret, signs nobody in, and says so again when repeated', async () => {
    const person = await aPerson(api).withCard();
    api.clock.set(during);
    const body = { cardNumber: person.cardNumber, secret: person.secret };
    const first = await api.anonymous.call(viewingsEndpoints.checkInAtDoorByCard, {
      params: { code: viewing.code },
      body,
    });
    expect(first.body).toMatchObject({ name: person.name, already: false });
    expect(first.headers['set-cookie']).toBeUndefined();
    const again = await api.anonymous.call(viewingsEndpoints.checkInAtDoorByCard, {
      params: { code: viewing.code },
      body,
    });
    expect(again.body).toMatchObject({ already: true, recordedAt: first.body.recordedAt });
    const wrong = await api.anonymous.call(viewingsEndpoints.checkInAtDoorByCard, {
      params: { code: viewing.code },
      body: { ...body, secret: '0000' },
    });
    expect(wrong.body.code).toBe('people.sign_in_refused');
  });

  it('is of no use at home after the showing, and says nothing about others', async () => {
    const person = await aPerson(api).withCard();
    const signedIn = await aPerson(api).signedIn();
    const card = { cardNumber: person.cardNumber, secret: person.secret };
    for (const moment of ['2026-06-10T09:44:00+09:00', atHome]) {
      api.clock.set(moment);
      for (const answer of [
        await api.anonymous.call(viewingsEndpoints.checkInAtDoorByCard, {
          params: { code: viewing.code },
          body: card,
        }),
        await api.as(signedIn).call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } }),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([422, 'viewings.outside_window']);
      }
    }
    const door = await api.anonymous.call(viewingsEndpoints.getViewingDoor, {
      params: { code: viewing.code },
    });
    expect(door.body).toMatchObject({ door: 'over', me: null });
    expect(door.raw.toString()).not.toContain('試験');
  });

  it.each(['00000000', '1234', 'abcdefgh'])('a code of no showing (%s) leads nowhere', async (code) => {
    const answer = await api.anonymous.call(viewingsEndpoints.getViewingDoor, { params: { code } });
    expect([400, 404]).toContain(answer.status);
  });
});

describe('who holds a showing', () => {
  it('another instructor’s, another organiser’s and a learner’s look find nothing', async () => {
    for (const role of ['instructor', 'organiser', 'learner'] as const) {
      const stranger = await aPerson(api).withRoles(role).signedIn();
      for (const endpoint of [
        viewingsEndpoints.getViewing,
        viewingsEndpoints.getViewingScreen,
        viewingsEndpoints.listViewingCandidates,
      ]) {
        const look = await api
          .as(stranger)
          .call(endpoint, { params: { groupViewingId: viewing.groupViewingId } });
        expect(look.status).toBe(404);
      }
      const closing = await api.as(stranger).call(viewingsEndpoints.closeViewing, {
        params: { groupViewingId: viewing.groupViewingId },
        body: { outcome: 'held', othersCount: 0 },
      });
      expect(closing.status).toBe(404);
    }
    const list = await api
      .as(await aPerson(api).withRoles('instructor').signedIn())
      .call(viewingsEndpoints.listViewings);
    expect(list.body.items).toEqual([]);
    expect((await api.as(office).call(viewingsEndpoints.listViewings)).body.items).toHaveLength(1);
  });

  it('the screen has the film, the address of the door and how many are there', async () => {
    const { body } = await api
      .as(viewing.holder)
      .call(viewingsEndpoints.getViewingScreen, { params: { groupViewingId: viewing.groupViewingId } });
    expect(body).toMatchObject({
      code: viewing.code,
      checkInUrl: `http://localhost:3000/s/${viewing.code}`,
      film: { videoId: course.videoId },
    });
    expect(body.film.filmUrl).toMatch(/^\/api\/media\//);
  });

  it('the office makes somebody an organiser, and takes it back', async () => {
    const person = await aPerson(api).signedIn();
    const set = (organiser: boolean) =>
      api
        .as(office)
        .call(peopleEndpoints.setOrganiser, { params: { personId: person.personId }, body: { organiser } });
    expect((await set(true)).body.roles).toEqual(['learner', 'organiser']);
    expect((await set(true)).status).toBe(200);
    expect((await api.as(person).call(viewingsEndpoints.listViewings)).status).toBe(200);
    expect((await api.as(person).call(peopleEndpoints.listPeople)).status).toBe(404);
    expect((await set(false)).body.roles).toEqual(['learner']);
    expect((await api.as(person).call(viewingsEndpoints.listViewings)).status).toBe(404);
  });
});

describe('who may be looked up', () => {
  it('the office: everybody; an instructor: learners of own runs; an organiser: nobody, cards only', async () => {
    const { learner } = await aConfirmedLearner(api, run.courseRunId);
    const stranger = await aPerson(api).named('見知 らぬ').withCard();
    const instructor = await aPerson(api).withRoles('instructor').signedIn();
    await api.write('INSERT INTO run_instructors (course_run_id, person_id) VALUES ($1, $2)', [
      run.courseRunId,
      instructor.personId,
    ]);
    const own = await aViewing(api, course.videoId, {}, instructor);
    api.clock.set(during);
    const names = async (as: SignedInPerson, id: string, q = '') =>
      (
        await api
          .as(as)
          .call(viewingsEndpoints.listViewingCandidates, { params: { groupViewingId: id }, query: { q } })
      ).body.items.map((one: { name: string }) => one.name);
    expect(await names(instructor, own.groupViewingId)).toContain(learner.name);
    expect(await names(instructor, own.groupViewingId, '見知')).toEqual([]);
    expect(await names(office, own.groupViewingId, '見知')).toEqual(['見知 らぬ']);
    expect(await names(office, own.groupViewingId, stranger.cardNumber)).toEqual(['見知 らぬ']);
    expect(await names(viewing.holder, viewing.groupViewingId)).toEqual([]);
    const enter = (as: SignedInPerson, id: string, personId: string) =>
      api.as(as).call(viewingsEndpoints.enterAttendees, {
        params: { groupViewingId: id },
        body: { personIds: [personId] },
      });
    expect((await enter(instructor, own.groupViewingId, stranger.personId)).status).toBe(404);
    expect((await enter(viewing.holder, viewing.groupViewingId, learner.personId)).status).toBe(404);
    expect((await enter(instructor, own.groupViewingId, learner.personId)).body.attendeeCount).toBe(1);
    const scanned = await api.as(viewing.holder).call(viewingsEndpoints.checkInToViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { cardNumber: stranger.cardAddress },
    });
    expect(scanned.body).toMatchObject({ name: '見知 らぬ', already: false });
    const unknown = await api.as(viewing.holder).call(viewingsEndpoints.checkInToViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { cardNumber: '123' },
    });
    expect(unknown.body).toMatchObject({ code: 'viewings.card_unknown', field: 'cardNumber' });
  });
});
