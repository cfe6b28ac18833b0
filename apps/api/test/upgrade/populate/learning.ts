import { aConfirmedLearner, type BuiltEnrolment } from '../../builders/application.js';
import { aPerson } from '../../builders/person.js';
import { aViewing } from '../../builders/viewing.js';
import type { TestApi } from '../../support/api.js';
import { aKeptLearner } from './people.js';
import { handOf, postKept, type World } from './world.js';

/** The answers that pass `aQuiz`. */
export function rightAnswers(questions: { questionKey: string; kind: string }[]) {
  return questions.map(({ questionKey, kind }) => ({
    questionKey,
    choiceKeys: kind === 'single' ? ['a'] : ['a', 'c'],
  }));
}

/** Opens the film of a lesson and watches its beginning. */
async function watch(api: TestApi, who: BuiltEnrolment, lessonId: string, toMs: number): Promise<void> {
  const lesson = `/api/me/enrolments/${who.enrolmentId}/lessons/${lessonId}`;
  const hand = handOf(api, who.learner);
  const { playbackId } = await hand.post(`${lesson}/playbacks`);
  api.clock.advance(toMs);
  const report = { playbackId, sequence: 0, playedRanges: [[0, toMs]], positionMs: toMs };
  await hand.post(`${lesson}/watch-reports`, report);
}

/** Somebody who has done all lessons on the screen, somebody in the middle, and rules about films that change. */
export async function populateLearning(world: World): Promise<void> {
  const { api, course, office, held } = world;
  const done = await aKeptLearner(world, 'diligent', '学習 済子', 'がくしゅう すみこ');
  const hand = handOf(api, done.learner);
  const lessons = `/api/me/enrolments/${done.enrolmentId}/lessons`;
  await hand.post(`${lessons}/${course.materialLessonId}/reading`);
  await watch(api, done, course.videoLessonId, 100_000);
  const attempt = await hand.post(`${lessons}/${course.quizLessonId}/attempts`);
  await hand.post(`/api/me/attempts/${attempt.attemptId}/submission`, {
    answers: rightAnswers(attempt.questions),
  });
  await handOf(api, office).patch(`/api/office/courses/${course.courseId}/film-rules`, {
    digestCounts: true,
    lessons: [{ lessonId: course.videoLessonId, thresholdPercent: 90 }],
  });
  const middle = await aKeptLearner(world, 'learner', '途中 道子', 'とちゅう みちこ');
  await watch(api, middle, course.videoLessonId, 40_000);
  const { attemptId, questions } = await handOf(api, middle.learner).post(
    `/api/me/enrolments/${middle.enrolmentId}/lessons/${course.quizLessonId}/attempts`,
  );
  const [first] = questions;
  await handOf(api, middle.learner).put(`/api/me/attempts/${attemptId}/answers/${first.questionKey}`, {
    choiceKeys: ['b'],
    sequence: 1,
  });
  held.openAttemptId = attemptId;
  held.openAttemptQuestions = questions.map(({ questionKey }: { questionKey: string }) => questionKey);
  await api.settle();
}

/** The training day of today: marked, corrected, checked in by card, the others absent. */
export async function populateAttendance(world: World): Promise<void> {
  const { api, run, instructor } = world;
  const [today] = run.classSessionIds;
  const carded = await aPerson(api).named('受付 札子', 'うけつけ ふだこ').withCard();
  const { token } = await signInByCard(api, carded);
  const { enrolmentId } = await aConfirmedLearner(api, run.courseRunId, { ...carded, token });
  const diligent = world.held.ids['diligentEnrolment'];
  const hand = handOf(api, instructor);
  api.clock.set('2026-11-24T13:20:00+09:00');
  const place = `/api/class-sessions/${today}`;
  await hand.put(`${place}/attendance/${diligent}`, { status: 'present' });
  await hand.put(`${place}/attendance/${diligent}`, { status: 'late', reason: '10分おくれて到着' });
  await postKept(world, 'check-in', instructor, {
    path: `${place}/check-ins`,
    body: { cardNumber: carded.cardNumber },
  });
  world.held.ids['checkedInEnrolment'] = enrolmentId;
  await hand.post(`${place}/remaining-absent`);
  await api.settle();
}

/** A sign-in with a 受講カード. */
export async function signInByCard(
  api: TestApi,
  card: { cardNumber: string; secret: string },
): Promise<{ token: string }> {
  const { cardNumber, secret } = card;
  const answer = await api.anonymous.post('/api/sign-in/card', { cardNumber, secret });
  const token = /kizuna_sid=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1];
  if (!token) throw new Error(`no sign-in by card: ${JSON.stringify(answer.body)}`);
  return { token };
}

/** The API's address of a showing, as the release of the dump had it. */
export function showingPath({ groupViewingId }: { groupViewingId: string }): string {
  return `/api/group-viewings/${groupViewingId}`;
}

const close = { outcome: 'held', othersCount: 3 };

/** Showings: held and credited, somebody taken off the list, corrected, cancelled, opened again; one is to come. */
export async function populateViewings(world: World): Promise<void> {
  const { api, course, run, office, instructor, held } = world;
  const today = { heldOn: '2026-11-24', from: '14:00', to: '14:30' };
  const people = [
    await aConfirmedLearner(api, run.courseRunId),
    await aConfirmedLearner(api, run.courseRunId),
  ];
  const shown = await aViewing(api, course.videoId, today, instructor);
  const again = await aViewing(api, course.videoId, { ...today, place: '諸川公民館' }, instructor);
  const off = await aViewing(api, course.videoId, { ...today, place: '釈迦公民館' }, instructor);
  const hand = handOf(api, instructor);
  const { revision } = await hand.get(showingPath(shown));
  await hand.patch(showingPath(shown), { ...planOf(course.videoId, today), expectedCount: 25, revision });
  api.clock.set('2026-11-24T14:10:00+09:00');
  const me = handOf(api, people[0]!.learner);
  await me.post(`/api/viewing-codes/${shown.code}/check-ins`);
  await handOf(api, office).post(`${showingPath(shown)}/attendees`, {
    personIds: people.map(({ learner }) => learner.personId),
  });
  api.clock.set('2026-11-24T14:40:00+09:00');
  await hand.post(`${showingPath(shown)}/closing`, close);
  await hand.post(`${showingPath(again)}/closing`, close);
  await hand.post(`${showingPath(off)}/cancellation`, { reason: '大雪のため' });
  await api.settle();
  await hand.post(`${showingPath(shown)}/attendees/${people[1]!.learner.personId}/removal`, {
    reason: '別の方',
  });
  await hand.post(`${showingPath(again)}/reopening`, { reason: '別の日の記録だった' });
  await api.settle();
  const coming = { heldOn: '2026-11-24', from: '17:00', to: '17:30' };
  const planned = await postKept(world, 'open-viewing', instructor, {
    path: '/api/group-viewings',
    body: { ...planOf(course.videoId, coming), place: '中田公民館', expectedCount: 20 },
  });
  const screen = await hand.get(`/api/group-viewings/${planned.groupViewingId}/screen`);
  held.ids['comingViewing'] = planned.groupViewingId;
  held.addresses['viewing'] = screen.checkInUrl;
}

function planOf(videoId: string, when: { heldOn: string; from: string; to: string }) {
  return { videoId, association: '第3行政自治会', districtId: null, place: '駒羽根公民館', ...when };
}
