import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn, somebody } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { guard } from './support/guard.ts';
import { lookAt } from './support/look-at.ts';
import { aSupporterToBe, registerAsSupporter } from './support/supporter.ts';

test('from the certificate to the card and to a pair, one of them without JavaScript', async ({
  browser,
  baseURL,
  page,
}) => {
  test.slow();
  const desk = await Desk.open();
  const [first, second] = [await aSupporterToBe(desk, '青山 結'), await aSupporterToBe(desk, '白川 友')];

  const plain = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await signIn(plain, first.account);
  await registerAsSupporter(await plain.newPage());
  await plain.close();
  const other = await somebody(browser, second.account);
  await registerAsSupporter(other, lookAt);
  await other.context().close();

  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);
  for (const { name } of [first, second]) {
    await page.goto('/office/supporters?state=applied');
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: '登録する' }).click();
    await expect(page.getByText('登録しました')).toBeVisible();
  }
  await lookAt(page);
  const card = await page.getByRole('link', { name: '登録証(PDF)' }).getAttribute('href');
  const pdf = await page.request.get(card!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('link', { name: `(${first.name} さんと)` }).click();
  await page.getByLabel('活動', { exact: false }).selectOption('居場所・サロンの手伝い');
  await page.getByLabel('メモ').fill('第2水曜日から');
  await lookAt(page);
  await page.getByRole('button', { name: 'ペアを記録する' }).click();
  await expect(page.getByText('ペアを記録しました')).toBeVisible();
  await page.goto('/office/supporters/pairs');
  await expect(page.getByRole('row').filter({ hasText: first.name })).toContainText(second.name);
  await expect(page.getByRole('row').filter({ hasText: first.name })).toContainText('第2水曜日から');
  await lookAt(page);
  await page.getByRole('link', { name: '解消する' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ペアの解消');
  await lookAt(page);
  await page.goto('/office/supporters?state=active');
  await lookAt(page);
  await cardsAreChosen(page, first.name, second.name);
  quiet.expectQuiet();

  const home = await somebody(browser, first.account);
  await home.goto('/my/supporter');
  await expect(home.locator('main')).toContainText('登録中');
  await lookAt(home);
  await home.context().close();
  await desk.close();
});

/** On the page of cards, the card that was opened before is not among those to print. */
async function cardsAreChosen(page: Page, waiting: string, printed: string): Promise<void> {
  await page.getByRole('link', { name: '登録証をまとめて印刷' }).click();
  const pick = page.getByLabel(`${waiting} さんを印刷する`);
  await expect(pick).toBeChecked();
  // this card was opened before
  await expect(page.getByLabel(`${printed} さんを印刷する`)).toHaveCount(0);
  await lookAt(page);
  // the file opens in a new tab; here its content is checked in the same one
  await page.locator('form[target]').evaluate((form) => form.removeAttribute('target'));
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await page.getByRole('button', { name: '選んだ方の登録証を開く' }).click();
  await expect(page.getByRole('alert')).toContainText('印刷する方を、ひとりは選んでください');
  const sheet = await page.request.post('/office/supporters/cards/sheet', {
    form: { supporterIds: await pick.inputValue() },
    headers: { origin: new URL(page.url()).origin },
  });
  expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.goto('/office/supporters/cards?everybody=1');
  for (const name of [waiting, printed])
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('に印刷');
}

test('answers change later: by the supporter without JavaScript, and by the office, which is notified', async ({
  browser,
  baseURL,
  page,
}) => {
  test.slow();
  const desk = await Desk.open();
  const { name, account } = await aSupporterToBe(desk, '変野 希');
  const plain = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await signIn(plain, account);
  const home = await plain.newPage();
  await registerAsSupporter(home);

  await home.goto('/my/supporter');
  await home.getByRole('link', { name: '曜日と時間を直す' }).click();
  const late = await plain.newPage();
  await late.goto(home.url());
  await home.getByLabel('月曜日 午前').uncheck();
  await home.getByRole('button', { name: '直して、保存する' }).click();
  await expect(home.getByRole('alert')).toContainText('都合のよい曜日と時間を、ひとつ以上選んでください');
  await home.getByLabel('金曜日 午後').check();
  await home.getByRole('button', { name: '直して、保存する' }).click();
  const said = home.getByRole('status').filter({ hasText: '登録の内容を直しました' });
  await expect(said).toContainText('金(午後)');
  await expect(said).not.toContainText('連絡の方法');

  await late.getByLabel('水曜日 午前').check();
  await late.getByRole('button', { name: '直して、保存する' }).click();
  const first = late.getByRole('status').filter({ hasText: '先に、ほかの画面で直されています' });
  await expect(first).toContainText('金(午後)');
  await expect(late.getByLabel('水曜日 午前')).toBeChecked();
  await late.getByRole('button', { name: '直して、保存する' }).click();
  await expect(late.getByRole('status').filter({ hasText: '登録の内容を直しました' })).toContainText(
    '月(午前)、水(午前)',
  );
  await plain.close();

  const onMyPage = await somebody(browser, account);
  for (const step of ['wishes', 'times', 'places', 'contact']) {
    await onMyPage.goto(`/my/supporter/answers/${step}`);
    await lookAt(onMyPage);
  }
  await onMyPage.context().close();

  await signIn(page.context(), demoAccounts.office);
  await page.goto('/office/supporters?state=applied');
  await page.getByRole('link', { name }).click();
  await page.getByRole('link', { name: '登録の内容を直す' }).click();
  await lookAt(page);
  await page.getByLabel('電話', { exact: true }).check();
  await page.getByLabel('見守り・声かけ').check();
  await page.getByRole('button', { name: '直して、保存する' }).click();
  const done = page.getByRole('status').filter({ hasText: '登録の内容を直しました' });
  await expect(done).toContainText('居場所・サロンの手伝い、見守り・声かけ');
  await expect(done).not.toContainText('曜日と時間');
  await lookAt(page);
  await page.getByRole('link', { name: '人の画面を開く' }).click();
  await expect(page.locator('main')).toContainText('活動登録の内容を直しました');
  await expect(page.locator('main')).toContainText('連絡の方法:手紙 → 電話');
  await desk.close();
});

test('a meeting: the office plans it, a supporter answers, the calendar takes it', async ({
  browser,
  page,
}) => {
  const desk = await Desk.open();
  const one = await aSupporterToBe(desk, '赤羽 集');
  const home = await somebody(browser, one.account);
  await registerAsSupporter(home);
  await signIn(page.context(), demoAccounts.office);
  await page.goto('/office/supporters?state=applied');
  await page.getByRole('link', { name: one.name }).click();
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByText('登録しました')).toBeVisible();

  await page.goto('/office/supporters/meetings/new');
  await page.getByRole('button', { name: '計画して、案内を出す' }).click();
  await expect(page.getByRole('alert')).toContainText('会場と住所を入力してください');
  await lookAt(page);
  await page.getByLabel('集いの名前').fill('春の集い');
  const day = page.getByRole('group', { name: '日にち' });
  await day.getByLabel('年', { exact: true }).fill(String(new Date().getFullYear() - 2018 + 1));
  await day.getByLabel('月', { exact: true }).fill('5');
  await day.getByLabel('日', { exact: true }).fill('20');
  await page.getByLabel('会場', { exact: false }).first().fill('古河福祉の森会館');
  await page.getByLabel('会場の住所').fill('古河市新久田271-1');
  await page.getByRole('button', { name: '計画して、案内を出す' }).click();
  await expect(page.getByText('集いを計画し、案内を出しました')).toBeVisible();
  await lookAt(page);

  await home.goto('/my/supporter');
  const meeting = home.getByRole('article').filter({ hasText: '春の集い' });
  await meeting.getByRole('button', { name: '出ます' }).click();
  await expect(home.getByText('お返事を受け取りました')).toBeVisible();
  await expect(meeting).toContainText('いまのお返事:出ます');
  const file = await meeting.getByRole('link', { name: '予定表に入れる' }).getAttribute('href');
  const calendar = await (await home.request.get(file!)).text();
  expect(calendar).toContain('UID:supporter-meeting-');
  expect(calendar).toContain('TZID:Asia/Tokyo');
  await home.context().close();
  await desk.close();
});

test('a person without a certificate sees what to do first', async ({ page }) => {
  await signIn(page.context(), demoAccounts.learner);
  await page.goto('/my/supporter');
  await expect(page.locator('main')).toContainText('活動登録は、修了証をお持ちの方ができます');
  await page.goto('/my/supporter/register/wishes');
  await expect(page).toHaveURL(/\/my\/supporter$/);
});

test('the address of an unknown card says so', async ({ page }) => {
  await page.goto('/supporter-card/ABCDE12345');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('この登録証は見つかりません');
  await lookAt(page);
});
