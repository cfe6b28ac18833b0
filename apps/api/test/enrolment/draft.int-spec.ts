import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';

import { aCourseRun } from '../builders/course-run.js';
import { aPerson } from '../builders/person.js';
import { requestTo, startTestApi, type TestApi, type TestResponse } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const pages = {
  who: { applicantIs: 'self' },
  name: { name: '𠮷田 はな', kana: 'よしだ はな' },
  birth: { bornOn: '1950-04-01' },
  contact: { phone: '0280-48-0808', address: '古河市長谷町38-18', replyBy: 'letter' },
  wishes: { wishes: ['front_seat'], wishNote: '右の耳が\n遠いです' },
};

/** A browser: keeps the cookie of the form, and a sign-in if it has one. */
class Browser {
  draft = '';
  constructor(private readonly sid = '') {}
  async send(endpoint: Endpoint, payload?: object): Promise<TestResponse> {
    const cookies = [this.draft && `kizuna_draft=${this.draft}`, this.sid && `kizuna_sid=${this.sid}`].filter(
      Boolean,
    );
    const answer = await api.anonymous.send({
      ...requestTo(endpoint),
      headers: cookies.length > 0 ? { cookie: cookies.join('; ') } : {},
      ...(payload ? { payload } : {}),
    });
    const set = String(answer.headers['set-cookie'] ?? '');
    if (set.startsWith('kizuna_draft=')) this.draft = /^kizuna_draft=([^;]*)/.exec(set)![1]!;
    return answer;
  }
  begin = (courseRunId: string) => this.send(enrolmentEndpoints.startDraft, { courseRunId });
  fill = (step: keyof typeof pages, answers: object = pages[step]) =>
    this.send(enrolmentEndpoints.saveDraftAnswers, { step, answers });
  submit = () => this.send(enrolmentEndpoints.submitDraft, { consent: true });
}

describe('the form in steps', () => {
  it('leads from page to page to one receipt, however often it is sent', async () => {
    const run = await aCourseRun(api).planned();
    const browser = new Browser();
    const begun = await browser.begin(run.courseRunId);
    expect(begun.status).toBe(201);
    expect(String(begun.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
    expect(begun.body).toMatchObject({ nextStep: 'who', answers: {}, receipt: null });
    const steps: unknown[] = [];
    for (const step of Object.keys(pages) as (keyof typeof pages)[]) {
      steps.push((await browser.fill(step)).body.nextStep);
    }
    expect(steps).toEqual(['name', 'birth', 'contact', 'wishes', null]);
    expect((await browser.send(enrolmentEndpoints.getDraft)).body.answers.wishes).toEqual(pages.wishes);
    const [first, second] = await Promise.all([browser.submit(), browser.submit()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ status: 'applied', name: '𠮷田 はな' });
    const rows = await api.rows('SELECT wish_note FROM applications WHERE course_run_id = $1', [
      run.courseRunId,
    ]);
    expect(rows).toEqual([{ wish_note: '右の耳が\n遠いです' }]);
    const kept = await browser.send(enrolmentEndpoints.getDraft);
    expect(kept.body).toMatchObject({
      answers: {},
      receipt: { receptionNumber: first.body.receptionNumber },
    });
    expect((await browser.fill('name')).body.code).toBe('enrolment.draft_missing');
    expect((await browser.begin(run.courseRunId)).body.receipt).toBeNull();
  });

  it('stores only a hash of the token', async () => {
    const run = await aCourseRun(api).planned();
    const browser = new Browser();
    await browser.begin(run.courseRunId);
    const rows = await api.rows('SELECT token_hash FROM application_drafts WHERE course_run_id = $1', [
      run.courseRunId,
    ]);
    expect(rows[0]!.token_hash).not.toBe(browser.draft);
    expect(browser.draft.length).toBeGreaterThanOrEqual(32);
  });

  it('asks a minor for the guardian, and keeps the birth date meanwhile', async () => {
    const run = await aCourseRun(api).planned();
    const browser = new Browser();
    await browser.begin(run.courseRunId);
    await browser.fill('who');
    await browser.fill('name');
    const asked = await browser.fill('birth', { bornOn: '2010-05-05' });
    expect(asked.body).toMatchObject({
      nextStep: 'birth',
      guardianNeeded: true,
      answers: { birth: { bornOn: '2010-05-05' } },
    });
    const named = await browser.fill('birth', { bornOn: '2010-05-05', guardianName: '吉田 父' });
    expect(named.body.nextStep).toBe('contact');
  });

  it.each([
    ['name', { name: '花', kana: '漢字' }, 'platform.invalid_input'],
    ['birth', { bornOn: '2026-06-11' }, 'people.birth_date_in_future'],
    ['contact', { address: '古河市', replyBy: 'letter' }, 'platform.invalid_input'],
    [
      'contact',
      { ...pages.contact, districtId: '01890000-0000-7000-8000-000000000000' },
      'people.district_unknown',
    ],
  ] as const)('refuses the page %s with %j', async (step, answers, code) => {
    const run = await aCourseRun(api).planned();
    const browser = new Browser();
    await browser.begin(run.courseRunId);
    const { status, body } = await browser.fill(step, answers);
    expect([status, body.code]).toEqual([400, code]);
  });

  it('is not sent before it is complete, and not without consent', async () => {
    const run = await aCourseRun(api).planned();
    const browser = new Browser();
    await browser.begin(run.courseRunId);
    expect((await browser.submit()).body).toMatchObject({
      code: 'enrolment.draft_incomplete',
      params: { step: 'who' },
    });
    const without = await browser.send(enrolmentEndpoints.submitDraft, {});
    expect(without.body.issues[0].code).toBe('enrolment.consent_required');
  });

  it('begins filled in for a signed-in learner, and nobody else sees it', async () => {
    const run = await aCourseRun(api).planned();
    const learner = await aPerson(api).named('渡邉\u{e0100} 栄', 'わたなべ さかえ').signedIn();
    const browser = new Browser(learner.token);
    const { body } = await browser.begin(run.courseRunId);
    expect(body).toMatchObject({ nextStep: 'wishes', answers: { name: { name: '渡邉\u{e0100} 栄' } } });
    const stranger = new Browser();
    stranger.draft = browser.draft;
    expect((await stranger.send(enrolmentEndpoints.getDraft)).body.code).toBe('enrolment.draft_missing');
    const next = new Browser((await aPerson(api).signedIn()).token);
    next.draft = browser.draft;
    expect((await next.begin(run.courseRunId)).body.answers.name.name).not.toBe('渡邉\u{e0100} 栄');
    expect((await browser.send(enrolmentEndpoints.getDraft)).body.code).toBe('enrolment.draft_missing');
  });

  it('is forgotten on demand and after a week', async () => {
    const run = await aCourseRun(api).closingAt('2026-12-01T00:00:00Z').planned();
    const [leaving, waiting] = [new Browser(), new Browser()];
    await leaving.begin(run.courseRunId);
    const token = leaving.draft;
    expect((await leaving.send(enrolmentEndpoints.discardDraft)).body).toEqual({ done: true });
    leaving.draft = token;
    expect((await leaving.send(enrolmentEndpoints.getDraft)).status).toBe(404);
    await waiting.begin(run.courseRunId);
    const before = api.clock.now();
    api.clock.advance(7 * 86_400_000);
    expect((await waiting.send(enrolmentEndpoints.getDraft)).body.code).toBe('enrolment.draft_missing');
    api.clock.set(before);
  });

  it('does not open for a run that takes no applications', async () => {
    const closed = await aCourseRun(api).closingAt('2026-06-10T10:00:00+09:00').planned();
    const draft = await aCourseRun(api).inState('draft').planned();
    expect((await new Browser().begin(closed.courseRunId)).body.code).toBe('enrolment.closed');
    expect((await new Browser().begin(draft.courseRunId)).status).toBe(404);
  });

  it('is sent by forty people at once, each with a district, without one waiting for another for ever', async () => {
    const run = await aCourseRun(api).withSeats(30).planned();
    const districtId = '01890000-0000-7000-8000-0000000000d1';
    await api.write(`INSERT INTO districts (id, area, name, position) VALUES ($1, '古河', '本町', 0)`, [
      districtId,
    ]);
    const browsers = Array.from({ length: 40 }, () => new Browser());
    for (const [index, browser] of browsers.entries()) {
      await browser.begin(run.courseRunId);
      await browser.fill('who');
      await browser.fill('name');
      await browser.fill('birth');
      await browser.fill('contact', { ...pages.contact, phone: `0280-55-${1000 + index}`, districtId });
      await browser.fill('wishes');
    }
    const answers = await Promise.all(browsers.map((browser) => browser.submit()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.filter(({ body }) => body.status === 'applied')).toHaveLength(30);
  });
});
