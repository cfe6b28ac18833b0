import { aConfirmedLearner, anApplication, anAppliedLearner } from '../../builders/application.js';
import { aCourseRun } from '../../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../../builders/person.js';
import { handOf, postKept, send, type World } from './world.js';

const password = 'さくらの咲く丘で';

/** The cookie that an answer sets. */
export function cookieIn(headers: Record<string, unknown>, name: string): string {
  const found = new RegExp(`${name}=([^;]+)`).exec(String(headers['set-cookie']));
  if (!found) throw new Error(`no cookie ${name}`);
  return found[1]!;
}

/** Registers, edits, invites, gives cards and roles; wrong passwords leave their marks. */
export async function populatePeople(world: World): Promise<void> {
  const { api, office, admin, held } = world;
  const desk = handOf(api, office);
  const known = await aPerson(api).named('渡辺 栄', 'わたなべ さかえ').recorded();
  const view = await desk.get(`/api/people/${known.personId}`);
  const { kana, bornOn, phone, email, address, version } = view;
  const edit = { name: '渡邉 栄', kana, bornOn, phone, email, address, version, reason: '字の訂正' };
  await desk.patch(`/api/people/${known.personId}`, edit);
  await desk.post(`/api/people/${known.personId}/invitation`);
  await desk.put(`/api/people/${known.personId}/organiser`, { organiser: true });
  const carded = await aPerson(api).named('𠮷田 カネ', 'よしだ かね').withoutEmail().recorded();
  await desk.post(`/api/people/${carded.personId}/cards`);
  const issued = await desk.post(`/api/people/${carded.personId}/cards`);
  held.card = { number: issued.card.cardNumber, secret: issued.secret, address: issued.cardAddress };
  held.ids['cardHolder'] = carded.personId;
  const boss = handOf(api, admin);
  const hired = await boss.post('/api/staff', {
    email: 'hired@example.jp',
    name: '職員 雇子',
    kana: 'しょくいん やとこ',
    roles: ['office'],
  });
  await boss.patch(`/api/staff/${hired.personId}`, { roles: ['office', 'instructor'] });
  await populatePasswords(world);
  await api.settle();
}

async function populatePasswords({ api, held }: World): Promise<void> {
  const person = await aPerson(api).named('合言 葉子', 'あいこと ようこ').withPassword(password);
  const typed = { email: person.email, password };
  const wrong = { ...typed, password: 'ちがう言葉' };
  for (let i = 0; i < 3; i += 1) await api.anonymous.post('/api/sign-in/password', wrong);
  await api.anonymous.post('/api/sign-in/password', { email: 'nobody@example.jp', password });
  const signedIn = await api.anonymous.post('/api/sign-in/password', typed);
  const cookie = cookieIn(signedIn.headers, 'kizuna_sid');
  const newPassword = '渡良瀬の夕焼け空';
  const hand = handOf(api, { token: cookie });
  await hand.post('/api/me/password', { currentPassword: password, newPassword });
  held.signIns['byPassword'] = cookie;
  held.password = { email: person.email!, password: newPassword };
  const forgetful = await aPerson(api).named('再設 定子', 'さいせ さだこ').withPassword(password);
  await api.anonymous.post('/api/password-resets', { email: forgetful.email });
  await api.settle();
  const link = api.mailbox.received.map(({ text }) => /\S+\?token=\S+/.exec(text)?.[0]).findLast(Boolean);
  const token = new URL(link!).searchParams.get('token');
  await handOf(api, null).post('/api/password-resets/completion', { token, newPassword });
}

/** Applications in every state, as far as a run by order of arrival knows them. */
export async function populateApplications(world: World): Promise<void> {
  const { api, office } = world;
  const desk = handOf(api, office);
  const small = await aCourseRun(api).of(world.certifying.course).withSeats(2).planned();
  const first = await anAppliedLearner(api, small.courseRunId);
  const second = await anAppliedLearner(api, small.courseRunId);
  const waiting = await anAppliedLearner(api, small.courseRunId);
  await anAppliedLearner(api, small.courseRunId);
  await handOf(api, first.learner).post(`/api/me/enrolments/${first.enrolmentId}/withdrawal`, {
    reason: '都合がつかなくなりました',
  });
  await desk.post(`/api/office/enrolments/${waiting.enrolmentId}/decline`, { reason: '対象外のため' });
  await desk.post(`/api/office/enrolments/${second.enrolmentId}/cancellation`, { reason: 'ご本人の連絡' });
  await postKept(world, 'apply', null, {
    path: '/api/applications',
    body: anApplication(world.run.courseRunId, { email: 'kept@example.jp', replyBy: 'mail' }),
  });
  await postKept(world, 'enter', office, {
    path: '/api/office/applications',
    body: { ...anApplication(world.run.courseRunId), channel: 'fax', officeNote: '字が薄い' },
  });
  await cancelledRun(world);
  await api.settle();
}

async function cancelledRun(world: World): Promise<void> {
  const { api, office } = world;
  const desk = handOf(api, office);
  const plan = {
    courseId: world.course.courseId,
    name: '中止の回',
    capacity: 10,
    status: 'published',
    opensAt: '2026-11-01T09:00:00+09:00',
    closesAt: '2027-01-31T17:00:00+09:00',
  };
  const run = await postKept(world, 'plan-run', office, { path: '/api/office/course-runs', body: plan });
  const lessonId = world.course.trainingDayLessonIds[0];
  const day = {
    lessonId,
    heldOn: '2027-02-02',
    startTime: '13:30',
    endTime: '15:30',
    hall: '古河福祉の森会館',
    hallAddress: '古河市新久田271-1',
  };
  const days = `/api/office/course-runs/${run.courseRunId}/class-sessions`;
  const planned = await postKept(world, 'plan-day', office, { path: days, body: day });
  const { classSessionId } = planned.classSessions[0];
  await desk.patch(`/api/office/class-sessions/${classSessionId}`, { ...day, note: '会場が変わりました' });
  await anAppliedLearner(api, run.courseRunId);
  const url = `/api/office/course-runs/${run.courseRunId}`;
  await desk.patch(url, { ...plan, capacity: 12 });
  await desk.patch(url, { ...plan, capacity: 12, status: 'cancelled' });
}

const pages = {
  who: { applicantIs: 'family', proxyName: '家族 一' },
  name: { name: '下書 はな', kana: 'したがき はな' },
  birth: { bornOn: '1950-04-01' },
  contact: { phone: '0280-48-0808', address: '古河市長谷町38-18', replyBy: 'letter' },
  wishes: { wishes: ['front_seat'], wishNote: '右の耳が\n遠いです' },
};

/** A form that is filled in to the last page, and one that was only begun. */
export async function populateDrafts({ api, run, held }: World): Promise<void> {
  const begin = async () => {
    const answer = await api.anonymous.post('/api/application-draft', { courseRunId: run.courseRunId });
    return cookieIn(answer.headers, 'kizuna_draft');
  };
  await begin();
  const draft = await begin();
  for (const [step, answers] of Object.entries(pages)) {
    const headers = { cookie: `kizuna_draft=${draft}` };
    await send(api, null, 'PUT', {
      path: '/api/application-draft/answers',
      body: { step, answers },
      headers,
    });
  }
  held.draft = draft;
}

/** Somebody confirmed in the run, with a sign-in that is kept. */
export async function aKeptLearner(world: World, part: string, name: string, kana: string) {
  const person: SignedInPerson = await aPerson(world.api).named(name, kana).signedIn();
  world.held.signIns[part] = person.token;
  const built = await aConfirmedLearner(world.api, world.run.courseRunId, person);
  world.held.ids[`${part}Enrolment`] = built.enrolmentId;
  return built;
}
