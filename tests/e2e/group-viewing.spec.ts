import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { demoAccounts, somebody } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { Desk, type Learner } from './support/desk.ts';
import { lessonsOf } from './support/lessons.ts';
import { civilDate } from './support/office-pages.ts';
import { aResident, unheard } from './support/resident.ts';

/** axe finds no barrier on the current page, and nothing is wider than the window. */
async function expectOpenToAll(page: Page, what: string): Promise<void> {
  expect(await axeViolations(page), what).toEqual([]);
  expect(await overflowing(page), what).toEqual([]);
}

/** The organiser opens a showing of the long film that lasts all day. @returns the path of its page */
async function openShowing(page: Page, association: string): Promise<string> {
  await page.goto('/viewings/new');
  await page
    .getByRole('radio', { name: /ロングバージョン/ })
    .first()
    .check();
  await page.getByLabel('行政自治会の名前').fill(association);
  await page.getByLabel('会場').fill('駒羽根公民館');
  await page.getByLabel('日にち').fill(civilDate(0));
  await page.getByLabel('始まり').fill('00:00');
  await page.getByLabel('終わり').fill('23:59');
  await page.getByLabel('予定の人数').fill('３０');
  await page.getByRole('button', { name: 'この内容で学習会を開く' }).click();
  await expect(page.getByText('学習会を開きました').first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A phone opens the address of the QR code and the person presses the button. */
async function checkInByPhone(
  browser: Browser,
  code: string,
  learner: Learner,
  look: typeof expectOpenToAll | null = expectOpenToAll,
): Promise<void> {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await phone.newPage();
  await page.goto(`/s/${code}`);
  await look?.(page, 'the door on a phone');
  await page.getByLabel('カード番号').fill(learner.account.cardNumber!);
  await page.getByLabel('暗証番号').fill(learner.account.secret!);
  await page.getByRole('button', { name: '参加を記録する' }).click();
  await expect(page.getByRole('heading', { name: '参加を記録しました' })).toBeVisible();
  await expect(page.locator('main')).toContainText(`${learner.resident.name}さんの参加を`);
  await look?.(page, 'the record on a phone');
  await phone.close();
}

/** Expects the first film of a learner's course to be done or not; the credit arrives a moment later. */
async function expectFilm(learner: Learner, browser: Browser, state: string): Promise<void> {
  const page = await somebody(browser, learner.account);
  await expect(async () => {
    const [film] = await lessonsOf(page, learner.enrolmentId, 'video');
    expect(film!.state === 'done').toBe(state === 'done');
  }).toPass({ timeout: 30_000 });
  await page.context().close();
}

/** The projector shows where to check in, and the film; a remote control moves on. @returns the check-in code */
async function showOnProjector(page: Page, here: string): Promise<string> {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${here}/screen`);
  await expect(page.getByRole('img', { name: /参加を記録する画面/ })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('link', { name: '動画を上映する' })).toBeInViewport({ ratio: 1 });
  await expectOpenToAll(page, 'the projector');
  const code = /\/s\/(\d{8})/.exec(await page.locator('main').innerText())![1]!;
  await page.keyboard.press('PageDown');
  const film = page.locator('video');
  await expect(film).toBeFocused();
  const position = () => film.evaluate((video: HTMLVideoElement) => video.currentTime);
  await expect.poll(position, { timeout: 20_000 }).toBeGreaterThan(0);
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'ありがとうございました' })).toBeVisible();
  await expect(page.getByRole('link', { name: '終了を記録する' })).toBeInViewport({ ratio: 1 });
  return code;
}

/** A card is scanned at the tablet, twice. */
async function checkInByCard(page: Page, here: string, learner: Learner): Promise<void> {
  for (const words of ['参加を記録しました', 'もう記録しています']) {
    await page.goto(`${here}/reception`);
    await expect(page.getByRole('textbox', { name: '受講カードを読みとる' })).toBeFocused();
    await page.keyboard.type(learner.account.cardNumber!);
    await page.keyboard.press('Enter');
    const answer = page.getByRole('status').filter({ hasText: learner.resident.name });
    await expect(answer).toContainText(words);
  }
  await expectOpenToAll(page, 'the reception');
}

/** A name from the paper roster is looked up and ticked. */
async function enterFromPaper(page: Page, here: string, learner: Learner): Promise<void> {
  await page.goto(`${here}/roster`);
  await page.getByLabel('名前・ふりがな・カード番号').fill(learner.resident.name);
  await page.getByRole('button', { name: '探す' }).click();
  await page.getByRole('checkbox', { name: learner.resident.name }).check();
  await expectOpenToAll(page, 'the roster');
  await page.getByRole('button', { name: 'しるしをつけた方を記録する' }).click();
  await expect(page.getByText('1名を記録しました').first()).toBeVisible();
}

/** The closing form asks whether the film was shown to its end, and credits three of fifteen people. */
async function closeShowing(page: Page, here: string): Promise<void> {
  await page.goto(here);
  await page.getByRole('button', { name: '終了を記録する' }).click();
  await expect(page.getByText('最後まで上映したかどうかを選んでください。').first()).toBeVisible();
  await page.getByLabel('最後まで上映した').check();
  await page.getByLabel('名簿にない方の人数').fill('12');
  await page.getByRole('button', { name: '終了を記録する' }).click();
  await expect(page.getByText('参加15名。受講者3名の学習に記録しました。')).toBeVisible();
  await expectOpenToAll(page, 'the closed showing');
}

/** The office finds the showing in the year's figures. */
async function expectInFigures(browser: Browser, association: string): Promise<void> {
  const office = await somebody(browser, demoAccounts.office);
  await office.goto('/viewings/report');
  const row = office.getByRole('row').filter({ hasText: association });
  await expect(row.getByRole('cell').filter({ hasText: '15' })).toBeVisible();
  await expectOpenToAll(office, 'the figures');
  await office.goto('/viewings');
  await expectOpenToAll(office, 'the list of the office');
}

/** One person is taken off the list; an empty reason is rejected. */
async function takeOff(page: Page, learner: Learner): Promise<void> {
  await page.getByRole('link', { name: `${learner.resident.name}さんを名簿から外す` }).click();
  await page.getByRole('button', { name: '名簿から外す' }).click();
  await expect(page.getByText('理由を入力してください。').first()).toBeVisible();
  await page.getByLabel('理由').fill('別の方のカードだった');
  await expectOpenToAll(page, 'taking somebody off');
  await page.getByRole('button', { name: '名簿から外す' }).click();
  await expect(page.getByText('変更しました').first()).toBeVisible();
}

/** The showing is reopened; the page says how many people lose their record. */
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: '終了の記録を取り消す' }).click();
  await expect(page.locator('main')).toContainText('受講者2名の「動画を見た記録」が消えます。');
  await page.getByLabel('理由').fill('別の日の記録だった');
  await page.getByRole('button', { name: '記録を取り消す' }).click();
  await expect(page.getByRole('heading', { name: '終了を記録する' })).toBeVisible();
}

test('a 学習会: opened, shown, checked in by phone, card and paper, closed, reopened', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  const byPhone = await desk.aLearner(run.courseRunId, aResident());
  const byCard = await desk.aLearner(run.courseRunId, aResident());
  // found by name in a list, so the name must be unique
  const onPaper = await desk.aLearner(
    run.courseRunId,
    aResident({ name: unheard('丑久保 志津'), kana: 'うしくぼ しづ' }),
  );
  await desk.close();
  const association = `第${randomUUID().slice(0, 4)}自治会`;
  const page = await somebody(browser, demoAccounts.instructor);
  const here = await test.step('the instructor opens a showing', () => openShowing(page, association));
  await expectOpenToAll(page, 'the showing');
  const code = await test.step('the projector', () => showOnProjector(page, here));
  await test.step('one person checks in by phone', () => checkInByPhone(browser, code, byPhone));
  await test.step('one person shows the card', () => checkInByCard(page, here, byCard));
  await test.step('one person is on the paper roster', () => enterFromPaper(page, here, onPaper));
  await test.step('the closing', () => closeShowing(page, here));
  for (const learner of [byPhone, byCard, onPaper]) await expectFilm(learner, browser, 'done');
  await test.step('the figures of the year', () => expectInFigures(browser, association));
  await test.step('one person is taken off the list', () => takeOff(page, byCard));
  await expectFilm(byCard, browser, 'open');
  await test.step('the showing is reopened', () => takeBack(page));
  await expectFilm(byPhone, browser, 'open');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a showing is opened, its screen is shown, a card is checked in and the closing is recorded', async ({
    browser,
  }) => {
    const desk = await Desk.open();
    const run = await desk.openRun('introductory');
    const learner = await desk.aLearner(run.courseRunId, aResident());
    await desk.close();
    const page = await somebody(browser, demoAccounts.office);
    const here = await openShowing(page, `第${randomUUID().slice(0, 4)}自治会`);
    await page.goto(`${here}/screen`);
    const address = /\/s\/(\d{8})/.exec(await page.locator('main').innerText())![1]!;
    await page.getByRole('link', { name: '動画を上映する' }).click();
    await expect(page.locator('video')).toHaveAttribute('src', /\/api\/media\//);
    // axe is itself a script
    await checkInByPhone(browser, address, learner, null);
    await page.goto(here);
    await page.getByLabel('途中まで上映した').check();
    await page.getByLabel('名簿にない方の人数').fill('0');
    await page.getByRole('button', { name: '終了を記録する' }).click();
    await expect(page.getByText('途中までの上映のため、学習には記録していません。')).toBeVisible();
  });
});
