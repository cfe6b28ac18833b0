import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, somebody } from './support/accounts.ts';
import { expectReady, expectVerified, issueFromPage } from './support/certificate.ts';
import { Desk } from './support/desk.ts';
import { checkIn, daysOf } from './support/hall.ts';
import { lessonsOf, myEnrolment, openLesson, readMaterials } from './support/lessons.ts';
import { addDayToday, confirmInInbox, createRun, enterByPhone } from './support/office-pages.ts';
import { passQuiz } from './support/quiz.ts';
import { aResident, type Resident } from './support/resident.ts';

/** The content of a printed 受講カード. */
interface PaperCard {
  number: string;
  secret: string;
}

/** The office makes a card. @returns what is printed on it, and its holder */
async function handOutCard(office: Page, name: string): Promise<PaperCard> {
  await office.getByRole('link', { name: 'この方の登録を見る' }).click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText(name);
  await office.getByRole('link', { name: '受講カードを発行する' }).click();
  await office.getByRole('button', { name: '受講カードを発行する' }).click();
  await expect(office.getByText('受講カードを発行しました').first()).toBeVisible();
  const shown = await office.locator('main').innerText();
  const number = /\d{3}-\d{3}-\d{4}/.exec(shown)?.[0];
  const secret = /暗証\D{0,20}(\d{4})(?!\d)/.exec(shown)?.[1];
  expect(number, 'the number on the card').toBeDefined();
  expect(secret, 'the secret beside it').toBeDefined();
  return { number: number!, secret: secret! };
}

/** The confirmation letter names the person and the address, and is what gets printed. */
async function expectLetter(office: Page, { name, address }: Resident): Promise<void> {
  await office.goto('/office/notifications?channel=letter&state=queued');
  const row = office.getByRole('row').filter({ hasText: name }).filter({ hasText: '受講が決まりました' });
  await row.getByRole('link').first().click();
  const main = office.locator('main');
  await expect(main).toContainText(`${name} 様`);
  await expect(main).toContainText(address);
  await expect(main).toContainText('受講カード');
  await office.getByRole('link', { name: '手紙を印刷する画面を開く' }).click();
  await expect(office.getByRole('button', { name: '手紙を印刷する' })).toBeVisible();
  await office.emulateMedia({ media: 'print' });
  await expect(office.getByText(`${name} 様`).first()).toBeVisible();
  await expect(office.getByRole('button', { name: '手紙を印刷する' })).toBeHidden();
  await office.emulateMedia({ media: 'screen' });
}

/** Signs in with the data on the card. */
async function signInByCard(page: Page, card: PaperCard, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('カード番号').fill(card.number);
  await page.getByLabel('暗証番号').fill(card.secret);
  await page.getByRole('button', { name: 'カードでサインインする' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.locator('main')).toContainText(/あと.*2回の出席で修了です/);
}

/** Reads all materials and passes the quiz. */
async function learn(page: Page): Promise<void> {
  const enrolmentId = await myEnrolment(page);
  await readMaterials(page, enrolmentId);
  const [quiz] = await lessonsOf(page, enrolmentId, 'quiz');
  await openLesson(page, enrolmentId, quiz!.lesson.title);
  await passQuiz(page);
  await page.goto('/my');
  await expect(page.locator('main')).toContainText('あと2回の出席で修了です');
}

test('a resident without e-mail applies by phone, learns with a card and gets a certificate', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const office = await somebody(browser, demoAccounts.office);
  const page = await somebody(browser);
  const resident = aResident();
  const { name } = resident;

  const run = await test.step('the office opens a run', () => createRun(office, '実践編'));
  await addDayToday(office, run, 0);
  await addDayToday(office, run, 1);
  await test.step('the office enters the call on one screen', () => enterByPhone(office, run, resident));
  await test.step('the office confirms the application', () => confirmInInbox(office, run.id, name));
  await test.step('a letter is ready to print', () => expectLetter(office, resident));
  const card = await test.step('the office issues a card', async () => {
    await office.goto(`/office/applications?courseRunId=${run.id}`);
    await office.getByRole('link', { name }).first().click();
    return handOutCard(office, name);
  });
  await test.step('the resident signs in with card and secret', () => signInByCard(page, card, name));
  await test.step('the resident reads and takes the quiz', () => learn(page));
  await test.step('the card is checked in at the desk on both days', async () => {
    const hall = await somebody(browser, demoAccounts.instructor);
    for (const day of await daysOf(hall, run.name)) await checkIn(hall, day, { number: card.number, name });
    await expectReady(page);
  });
  await test.step('the office issues the certificate and opens it for print', async () => {
    await issueFromPage(office, run.id, name);
    const print = office.getByRole('link', { name: /PDFを開く/ });
    const file = await office.request.get((await print.getAttribute('href'))!);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
  await test.step('anybody verifies it by number and code', async () => {
    const desk = await Desk.open();
    const { number, verifyCode, verifyUrl } = await desk.certificateOf(run.id);
    const path = new URL(verifyUrl).pathname;
    await expectVerified(await somebody(browser), { name, path, number, code: verifyCode });
  });
});
