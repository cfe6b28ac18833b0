import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';

import { aConfirmedLearner, anAppliedLearner } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aViewing, aViewingBody } from '../builders/viewing.js';
import { startTestApi, testNow, type TestApi } from '../support/api.js';

let api: TestApi;
let course: LearningCourse;
let run: BuiltRun;
let office: SignedInPerson;
const during = '2026-06-10T10:30:00+09:00';
const afterwards = '2026-06-10T11:05:00+09:00';

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api);
  run = await aCourseRun(api).of(course).withSeats(200).planned();
  office = await aPerson(api).withRoles('office').signedIn();
});
afterAll(() => api.close());
afterEach(() => api.clock.set(testNow));

const credited = async (id: string) =>
  (
    await api.rows<{ id: string }>(
      'SELECT person_id AS id FROM showing_credits WHERE group_viewing_id = $1 AND revoked_at IS NULL',
      [id],
    )
  ).map((row) => row.id);

const lessonOf = async (learner: SignedInPerson, enrolmentId: string) =>
  (
    await api
      .as(learner)
      .call(learningEndpoints.getLesson, { params: { enrolmentId, lessonId: course.videoLessonId } })
  ).body;

describe('a showing from its opening to its closing', () => {
  it('credits the enrolled people who were there, and completes their lesson', async () => {
    const { learner, enrolmentId } = await aConfirmedLearner(api, run.courseRunId);
    const guest = await aPerson(api).signedIn();
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(during);
    for (const person of [learner, guest]) {
      const answer = await api
        .as(person)
        .call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } });
      expect(answer.body).toMatchObject({ name: person.name, already: false, place: '駒羽根公民館' });
    }
    expect(await credited(viewing.groupViewingId)).toEqual([]);
    api.clock.set(afterwards);
    const closing = { outcome: 'held', othersCount: 7 };
    const closed = await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: closing,
    });
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({ state: 'held', attendeeCount: 2, creditedCount: 1, othersCount: 7 });
    await api.settle();
    expect(await credited(viewing.groupViewingId)).toEqual([learner.personId]);
    const lesson = await lessonOf(learner, enrolmentId);
    expect(lesson.progress.state).toBe('done');
    expect(lesson.watch).toMatchObject({
      done: true,
      groupViewing: { heldOn: '2026-06-10', place: '駒羽根公民館' },
    });
  });

  it('stopped part of the way credits nobody', async () => {
    const { learner, enrolmentId } = await aConfirmedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(during);
    await api.as(learner).call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } });
    const closing = { outcome: 'interrupted', othersCount: 0 };
    const closed = await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: closing,
    });
    expect(closed.body).toMatchObject({ state: 'interrupted', creditedCount: 0 });
    await api.settle();
    expect((await lessonOf(learner, enrolmentId)).progress.state).not.toBe('done');
  });

  it('cancelled credits nobody and lets nobody in', async () => {
    const { learner } = await aConfirmedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(during);
    await api.as(learner).call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } });
    const cancelled = await api.as(viewing.holder).call(viewingsEndpoints.cancelViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { reason: '大雪のため' },
    });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', stateReason: '大雪のため' });
    expect(await credited(viewing.groupViewingId)).toEqual([]);
    const late = await api
      .as(office)
      .call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } });
    expect(late.body.code).toBe('viewings.cancelled');
    const closing = { outcome: 'held', othersCount: 0 };
    expect(
      (
        await api.as(office).call(viewingsEndpoints.closeViewing, {
          params: { groupViewingId: viewing.groupViewingId },
          body: closing,
        })
      ).body.code,
    ).toBe('viewings.already_closed');
  });

  it('gives whoever is entered after the closing the credit at once', async () => {
    const { learner } = await aConfirmedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(afterwards);
    const closing = { outcome: 'held', othersCount: 1 };
    await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: closing,
    });
    const entered = await api.as(office).call(viewingsEndpoints.enterAttendees, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { personIds: [learner.personId] },
    });
    expect(entered.body.attendees).toMatchObject([{ name: learner.name, cameBy: 'roster', credited: true }]);
  });

  it('counts for a course that somebody joins afterwards', async () => {
    const applied = await anAppliedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(during);
    await api.as(applied.learner).call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } });
    await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { outcome: 'held', othersCount: 0 },
    });
    await api.settle();
    expect(await credited(viewing.groupViewingId)).toEqual([]);
    await api
      .as(office)
      .call(enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: [applied.enrolmentId] } });
    await api.settle();
    expect(await credited(viewing.groupViewingId)).toEqual([applied.learner.personId]);
    expect((await lessonOf(applied.learner, applied.enrolmentId)).progress.state).toBe('done');
  });
});

describe('taking back', () => {
  it('one person, with a reason: the credit goes, the lesson is open again, the others stay', async () => {
    const [first, second] = [
      await aConfirmedLearner(api, run.courseRunId),
      await aConfirmedLearner(api, run.courseRunId),
    ];
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(afterwards);
    const personIds = [first.learner.personId, second.learner.personId];
    await api.as(office).call(viewingsEndpoints.enterAttendees, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { personIds },
    });
    await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { outcome: 'held', othersCount: 0 },
    });
    await api.settle();
    expect(
      (
        await api.as(viewing.holder).call(viewingsEndpoints.removeAttendee, {
          params: { groupViewingId: viewing.groupViewingId, personId: first.learner.personId },
          body: { reason: ' ' },
        })
      ).body.issues,
    ).toEqual([{ field: 'reason', code: 'viewings.reason_required' }]);
    const removed = await api.as(viewing.holder).call(viewingsEndpoints.removeAttendee, {
      params: { groupViewingId: viewing.groupViewingId, personId: first.learner.personId },
      body: { reason: '同じ名前の別の方' },
    });
    expect(removed.body).toMatchObject({
      attendeeCount: 1,
      creditedCount: 1,
      removed: [{ name: first.learner.name, reason: '同じ名前の別の方' }],
    });
    expect(
      (
        await api.as(viewing.holder).call(viewingsEndpoints.removeAttendee, {
          params: { groupViewingId: viewing.groupViewingId, personId: first.learner.personId },
          body: { reason: 'もう一度' },
        })
      ).status,
    ).toBe(200);
    await api.settle();
    expect((await lessonOf(first.learner, first.enrolmentId)).progress.state).not.toBe('done');
    expect((await lessonOf(second.learner, second.enrolmentId)).progress.state).toBe('done');
    const history = await api
      .as(office)
      .call(peopleEndpoints.listPersonHistory, { params: { personId: first.learner.personId } });
    expect(history.body.items).toContainEqual(
      expect.objectContaining({ action: 'viewing.attendance_removed', reason: '同じ名前の別の方' }),
    );
    await api.as(office).call(viewingsEndpoints.enterAttendees, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { personIds: [first.learner.personId] },
    });
    await api.settle();
    expect((await lessonOf(first.learner, first.enrolmentId)).progress.state).toBe('done');
  });

  it('the whole showing: nobody is credited any more, the list stays, and it can be closed again', async () => {
    const { learner, enrolmentId } = await aConfirmedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(afterwards);
    await api.as(office).call(viewingsEndpoints.enterAttendees, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { personIds: [learner.personId] },
    });
    const close = () =>
      api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
        params: { groupViewingId: viewing.groupViewingId },
        body: { outcome: 'held', othersCount: 0 },
      });
    await close();
    await api.settle();
    const reopened = await api.as(viewing.holder).call(viewingsEndpoints.reopenViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { reason: '別の日の記録だった' },
    });
    expect(reopened.body).toMatchObject({ state: 'planned', attendeeCount: 1, creditedCount: 0 });
    await api.settle();
    const lesson = await lessonOf(learner, enrolmentId);
    expect(lesson.progress.state).not.toBe('done');
    expect(lesson.watch!.groupViewing).toBeNull();
    await close();
    await api.settle();
    expect((await lessonOf(learner, enrolmentId)).progress.state).toBe('done');
    const { body } = await api
      .as(viewing.holder)
      .call(viewingsEndpoints.getViewing, { params: { groupViewingId: viewing.groupViewingId } });
    expect(body.history.map((act: { action: string }) => act.action)).toEqual([
      'viewing.closed',
      'viewing.reopened',
      'viewing.closed',
      'viewing.opened',
    ]);
  });

  it('leaves the credit of another showing', async () => {
    const { learner, enrolmentId } = await aConfirmedLearner(api, run.courseRunId);
    api.clock.set(afterwards);
    for (const place of ['公民館A', '公民館B']) {
      const { groupViewingId } = await aViewing(api, course.videoId, { place });
      await api.as(office).call(viewingsEndpoints.enterAttendees, {
        params: { groupViewingId },
        body: { personIds: [learner.personId] },
      });
      await api.as(office).call(viewingsEndpoints.closeViewing, {
        params: { groupViewingId },
        body: { outcome: 'held', othersCount: 0 },
      });
      if (place === '公民館B') {
        await api.settle();
        await api.as(office).call(viewingsEndpoints.reopenViewing, {
          params: { groupViewingId },
          body: { reason: '記録のまちがい' },
        });
      }
    }
    await api.settle();
    expect(await lessonOf(learner, enrolmentId)).toMatchObject({
      progress: { state: 'done' },
      watch: { groupViewing: { place: '公民館A' } },
    });
  });
});

describe('a correction', () => {
  it('of a closed showing needs a reason, reaches the credits, and refuses an older form', async () => {
    const { learner } = await aConfirmedLearner(api, run.courseRunId);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(afterwards);
    await api.as(office).call(viewingsEndpoints.enterAttendees, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { personIds: [learner.personId] },
    });
    const { body: closed } = await api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
      params: { groupViewingId: viewing.groupViewingId },
      body: { outcome: 'held', othersCount: 2 },
    });
    const plan = { ...aViewingBody(course.videoId, { place: '総和中央公民館' }), revision: closed.revision };
    const correct = (change: object) =>
      api.as(viewing.holder).call(viewingsEndpoints.correctViewing, {
        params: { groupViewingId: viewing.groupViewingId },
        body: { ...plan, ...change },
      });
    expect((await correct({})).body).toMatchObject({ code: 'viewings.reason_required', field: 'reason' });
    const done = await correct({ othersCount: 5, reason: '数え直し' });
    expect(done.body).toMatchObject({ place: '総和中央公民館', othersCount: 5, state: 'held' });
    expect((await correct({ reason: '古い画面' })).body.code).toBe('viewings.changed_meanwhile');
    const rows = await api.rows('SELECT place FROM showing_credits WHERE group_viewing_id = $1', [
      viewing.groupViewingId,
    ]);
    expect(rows).toEqual([{ place: '総和中央公民館' }]);
    expect(done.body.history[0]).toMatchObject({ action: 'viewing.corrected', reason: '数え直し' });
  });
});

describe('many at once', () => {
  it('thirty people check in, each twice: thirty rows; two closings: one credit each', async () => {
    const learners = [];
    for (let index = 0; index < 30; index += 1) learners.push(await aPerson(api).signedIn());
    const enrolled = await aConfirmedLearner(api, run.courseRunId, learners[0]);
    const viewing = await aViewing(api, course.videoId);
    api.clock.set(during);
    const checkIns = [...learners, ...learners].map((person) =>
      api.as(person).call(viewingsEndpoints.checkInAtDoor, { params: { code: viewing.code } }),
    );
    const closings = [1, 2, 3].map(() =>
      api.as(viewing.holder).call(viewingsEndpoints.closeViewing, {
        params: { groupViewingId: viewing.groupViewingId },
        body: { outcome: 'held', othersCount: 0 },
      }),
    );
    const [seen, closed] = await Promise.all([Promise.all(checkIns), Promise.all(closings)]);
    const statuses = [...seen, ...closed].map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const fresh = seen.filter(({ body }) => body.already === false);
    expect(fresh).toHaveLength(30);
    await api.settle();
    const view = await api
      .as(viewing.holder)
      .call(viewingsEndpoints.getViewing, { params: { groupViewingId: viewing.groupViewingId } });
    expect(view.body).toMatchObject({ attendeeCount: 30, creditedCount: 1 });
    expect(await credited(viewing.groupViewingId)).toEqual([enrolled.learner.personId]);
    const closedOnce = view.body.history.filter((act) => act.action === 'viewing.closed');
    expect(closedOnce).toHaveLength(1);
  });

  it('one form sent twice opens one showing', async () => {
    const holder = await aPerson(api).withRoles('organiser').signedIn();
    const send = () =>
      api.as(holder).call(viewingsEndpoints.openViewing, {
        body: aViewingBody(course.videoId),
        idempotencyKey: 'form-one-of-one',
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.body.groupViewingId).toBe(second.body.groupViewingId);
    expect((await api.as(holder).call(viewingsEndpoints.listViewings)).body.items).toHaveLength(1);
  });
});
