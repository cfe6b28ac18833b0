import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

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
    const path = `/api/viewing-codes/${viewing.code}/card-check-ins`;
    const body = { cardNumber: person.cardNumber, secret: person.secret };
    const first = await api.anonymous.post(path, body);
    expect(first.body).toMatchObject({ name: person.name, already: false });
    expect(first.headers['set-cookie']).toBeUndefined();
    const again = await api.anonymous.post(path, body);
    expect(again.body).toMatchObject({ already: true, recordedAt: first.body.recordedAt });
    const wrong = await api.anonymous.post(path, { ...body, secret: '0000' });
    expect(wrong.body.code).toBe('people.sign_in_refused');
  });

  it('is of no use at home after the showing, and says nothing about others', async () => {
    const person = await aPerson(api).withCard();
    const signedIn = await aPerson(api).signedIn();
    const card = { cardNumber: person.cardNumber, secret: person.secret };
    for (const moment of ['2026-06-10T09:44:00+09:00', atHome]) {
      api.clock.set(moment);
      for (const answer of [
        await api.anonymous.post(`/api/viewing-codes/${viewing.code}/card-check-ins`, card),
        await api.as(signedIn).post(`/api/viewing-codes/${viewing.code}/check-ins`),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([422, 'viewings.outside_window']);
      }
    }
    const door = await api.anonymous.get(`/api/viewing-codes/${viewing.code}`);
    expect(door.body).toMatchObject({ door: 'over', me: null });
    expect(door.raw.toString()).not.toContain('試験');
  });

  it.each(['00000000', '1234', 'abcdefgh'])('a code of no showing (%s) leads nowhere', async (code) => {
    const answer = await api.anonymous.get(`/api/viewing-codes/${code}`);
    expect([400, 404]).toContain(answer.status);
  });
});

describe('who holds a showing', () => {
  it('another instructor’s, another organiser’s and a learner’s look find nothing', async () => {
    for (const role of ['instructor', 'organiser', 'learner'] as const) {
      const stranger = await aPerson(api).withRoles(role).signedIn();
      for (const path of ['', '/screen', '/candidates']) {
        expect((await api.as(stranger).get(`${viewing.path}${path}`)).status).toBe(404);
      }
      const closing = await api
        .as(stranger)
        .post(`${viewing.path}/closing`, { outcome: 'held', othersCount: 0 });
      expect(closing.status).toBe(404);
    }
    const list = await api
      .as(await aPerson(api).withRoles('instructor').signedIn())
      .get('/api/group-viewings');
    expect(list.body.items).toEqual([]);
    expect((await api.as(office).get('/api/group-viewings')).body.items).toHaveLength(1);
  });

  it('the screen has the film, the address of the door and how many are there', async () => {
    const { body } = await api.as(viewing.holder).get(`${viewing.path}/screen`);
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
      api.as(office).put(`/api/people/${person.personId}/organiser`, { organiser });
    expect((await set(true)).body.roles).toEqual(['learner', 'organiser']);
    expect((await set(true)).status).toBe(200);
    expect((await api.as(person).get('/api/group-viewings')).status).toBe(200);
    expect((await api.as(person).get('/api/people')).status).toBe(404);
    expect((await set(false)).body.roles).toEqual(['learner']);
    expect((await api.as(person).get('/api/group-viewings')).status).toBe(404);
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
    const names = async (as: SignedInPerson, path: string, q = '') =>
      (await api.as(as).get(`${path}/candidates${q ? `?q=${encodeURIComponent(q)}` : ''}`)).body.items.map(
        (one: { name: string }) => one.name,
      );
    expect(await names(instructor, own.path)).toContain(learner.name);
    expect(await names(instructor, own.path, '見知')).toEqual([]);
    expect(await names(office, own.path, '見知')).toEqual(['見知 らぬ']);
    expect(await names(office, own.path, stranger.cardNumber)).toEqual(['見知 らぬ']);
    expect(await names(viewing.holder, viewing.path)).toEqual([]);
    const enter = (as: SignedInPerson, path: string, personId: string) =>
      api.as(as).post(`${path}/attendees`, { personIds: [personId] });
    expect((await enter(instructor, own.path, stranger.personId)).status).toBe(404);
    expect((await enter(viewing.holder, viewing.path, learner.personId)).status).toBe(404);
    expect((await enter(instructor, own.path, learner.personId)).body.attendeeCount).toBe(1);
    const scanned = await api
      .as(viewing.holder)
      .post(`${viewing.path}/check-ins`, { cardNumber: stranger.cardAddress });
    expect(scanned.body).toMatchObject({ name: '見知 らぬ', already: false });
    const unknown = await api.as(viewing.holder).post(`${viewing.path}/check-ins`, { cardNumber: '123' });
    expect(unknown.body).toMatchObject({ code: 'viewings.card_unknown', field: 'cardNumber' });
  });
});
