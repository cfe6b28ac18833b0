// The longest journey: its file name makes it start first, so that the others run while its film plays.
import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, somebody } from './support/accounts.ts';
import { fillApplication, sendApplication } from './support/apply.ts';
import { expectReady, expectVerified, issueFromPage, type ShownCertificate } from './support/certificate.ts';
import { play, playPast } from './support/film.ts';
import { daysOf } from './support/hall.ts';
import { lessonsOf, myEnrolment, openLesson, readMaterials } from './support/lessons.ts';
import { linkIn, mailTo } from './support/mails.ts';
import { addDayToday, confirmInInbox, createRun, type MadeRun } from './support/office-pages.ts';
import { passQuiz } from './support/quiz.ts';
import { anAddress, aResident, type Resident } from './support/resident.ts';

/** Watches the whole film at double speed, muted, and waits until the server has counted it. */
async function watchFilm(page: Page, enrolmentId: string): Promise<void> {
  const [film] = await lessonsOf(page, enrolmentId, 'video');
  await openLesson(page, enrolmentId, film!.lesson.title);
  await expect(page.locator('.vjs-control-bar')).toBeAttached();
  await play(page);
  // the player sets the chosen speed when it starts, so the test's own comes after that
  await playPast(page, 1);
  await page.locator('video').evaluate((element: HTMLVideoElement) => (element.playbackRate = 2));
  await expect(page.getByText('この動画は見おわりました').first()).toBeVisible({ timeout: 330_000 });
}

/** The resident opens the link of the invitation and sets a password. */
async function choosePassword(page: Page, resident: Resident): Promise<void> {
  await mailTo(resident.email!, '受講が決まりました');
  await page.goto(linkIn(await mailTo(resident.email!, 'マイページのご案内'), '/password-reset/new'));
  await page.getByLabel('新しいパスワード', { exact: true }).fill('けやき平の秋祭り');
  await page.getByRole('button', { name: 'このパスワードにする' }).click();
  await expect(page.getByRole('heading', { name: '新しいパスワードを設定しました' })).toBeVisible();
  await page.goto('/my');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(resident.name);
}

/** One tab plays the film while the other is used for reading and the quiz. */
async function learn(film: Page, beside: Page): Promise<void> {
  await expect(film.locator('main')).toContainText(/あと.*で修了です/);
  const enrolmentId = await myEnrolment(film);
  const readAndAnswer = async () => {
    await readMaterials(beside, enrolmentId);
    const [quiz] = await lessonsOf(beside, enrolmentId, 'quiz');
    await openLesson(beside, enrolmentId, quiz!.lesson.title);
    await passQuiz(beside);
  };
  await Promise.all([watchFilm(film, enrolmentId), readAndAnswer()]);
  await film.goto('/my');
  await expect(film.locator('main')).toContainText('あと1回の出席で修了です');
}

/** The instructor marks her as present on the roster of the day. */
async function markPresent(hall: Page, run: MadeRun, name: string): Promise<void> {
  const [day] = await daysOf(hall, run.name);
  await hall.goto('/instructor');
  await hall.locator(`main a[href="/instructor/days/${day}"]`).first().click();
  const marks = hall.getByRole('group', { name: `${name}さんの出欠` });
  await marks.getByRole('button', { name: '出席', exact: true }).click();
  await expect(hall.getByText(/「出席」と記録しました/)).toBeVisible();
}

/** She downloads her certificate. @returns what it shows to a verifier */
async function takeCertificate(page: Page, name: string): Promise<ShownCertificate> {
  await page.goto('/my/certificates');
  const link = page.getByRole('link', { name: /修了証\(PDF\)を受け取る/ });
  const file = await page.request.get((await link.getAttribute('href'))!);
  expect(file.headers()['content-type']).toContain('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const verify = await page.getByRole('link', { name: '確認の画面を開く' }).getAttribute('href');
  const main = await page.locator('main').innerText();
  return {
    name,
    path: new URL(verify!, page.url()).pathname,
    number: /令和\S+年度 \S+ 第\d+号/.exec(main)![0],
    code: /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(main)![0],
  };
}

test('a resident applies, learns, attends and gets a certificate that anybody can verify', async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const office = await somebody(browser, demoAccounts.office);
  const page = await somebody(browser);
  const resident = { ...aResident(), email: anAddress() };

  const run = await test.step('the office opens a run with a training day today', () =>
    createRun(office, '入門編'));
  await addDayToday(office, run);
  await test.step('a resident applies with the form and gets a mail with the number', async () => {
    await fillApplication(page, run.id, resident);
    await expect(page.locator('main')).toContainText(resident.address);
    const number = await sendApplication(page);
    expect((await mailTo(resident.email, '受け付けました')).text).toContain(number);
  });
  await test.step('the office confirms in the inbox', () => confirmInInbox(office, run.id, resident.name));
  await test.step('the resident sets a password', () => choosePassword(page, resident));
  await test.step('she watches the film, reads the materials and takes the quiz', async () =>
    learn(page, await page.context().newPage()));
  await test.step('the instructor marks her as present', async () => {
    const hall = await somebody(browser, demoAccounts.instructor);
    await markPresent(hall, run, resident.name);
    await hall.context().close();
    await expectReady(page);
  });
  await test.step('the office looks at the certificate and issues it', () =>
    issueFromPage(office, run.id, resident.name));
  await mailTo(resident.email, '修了証を発行しました');
  await test.step('she downloads it, and anybody verifies it', async () =>
    expectVerified(await somebody(browser), await takeCertificate(page, resident.name)));
});
