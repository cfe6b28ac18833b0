import { expect, test } from '@playwright/test';
import { addressOf } from '@kizuna/shared/contracts/endpoint-input';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { demoAccounts, signIn } from './support/accounts.ts';
import { fillApplication, sendApplication } from './support/apply.ts';
import { completePractical } from './support/completing.ts';
import { Desk } from './support/desk.ts';
import { guard } from './support/guard.ts';
import { aResident } from './support/resident.ts';

test.describe.configure({ mode: 'parallel' });

/** Written as code points where an editor or a reviewer could not tell one character from a similar one. */
const kept: Record<string, string> = {
  'outside the basic plane': '\u{20BB7}田 太郎',
  'compatibility ideographs': '髙﨑 德子',
  'an ideographic variation sequence': '渡邉\u{E0102} 勇',
  'half-width kana': 'ｶﾞﾝﾊﾞﾙ ﾀﾛｳ',
  'decomposed kana': 'か\u3099く は\u309Aん',
  'emoji with a joiner': '花子 👩‍🌾🌸',
  'two hundred characters': '寿限無'.repeat(66) + '長助',
  'a script': '<script>alert(1)</script>',
  'an image with a handler': '"><img src=x onerror=alert(1)>',
  'a formula': "=cmd|' /C calc'!A0",
  'an apostrophe and a placeholder': "O'Brien {name} ${name} %s",
};

for (const [what, name] of Object.entries(kept)) {
  test(`a name with ${what} is stored as written and shown as text`, async ({ page, browser, baseURL }) => {
    const desk = await Desk.open();
    const run = await desk.openRun('introductory');
    const quiet = guard(page);
    await fillApplication(page, run.courseRunId, aResident({ name, kana: 'やまだ はなこ' }));
    await expect(page.locator('main')).toContainText(name.slice(0, 60));
    await sendApplication(page);
    await expect(page.locator('main')).toContainText(name.slice(0, 60));
    quiet.expectQuiet();

    const query = { courseRunId: run.courseRunId };
    const { items } = await desk.ask(enrolmentEndpoints.listApplications, { query });
    expect(items.map((item) => item.name)).toEqual([name]);

    const office = await (await browser.newContext({ baseURL })).newPage();
    const officeQuiet = guard(office);
    await signIn(office.context(), demoAccounts.office);
    for (const path of [
      `/office/applications?courseRunId=${run.courseRunId}`,
      `/office/applications/${items[0]!.applicationId}`,
      `/office/runs/${run.courseRunId}`,
    ]) {
      await office.goto(path);
      await expect(office.locator('main')).toContainText(name.slice(0, 60));
    }
    officeQuiet.expectQuiet();
    await office.context().close();

    const file = await desk.request.get(addressOf(reportingEndpoints.exportApplications, { query }));
    const csv = await file.body();
    expect(csv.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const line = csv.toString('utf8').split('\r\n')[1]!;
    const cell = (/^[=+\-@]/.test(name) ? `'${name}` : name).replaceAll('"', '""');
    expect(line).toContain(cell);
    expect(line).not.toMatch(/(^|,)"?=/);
    await desk.close();
  });
}

const refused: [what: string, name: string, why: string][] = [
  ['two hundred and one characters', '長'.repeat(201), 'お名前は200文字までで入力してください。'],
  ['a direction override', '花子\u202E子花', '使えない文字があります。ほかの文字にしてください。'],
  ['a control character', '花子\u0007', '使えない文字があります。ほかの文字にしてください。'],
  ['nothing but spaces', ' \u3000 ', 'お名前を入力してください。'],
];

for (const [what, name, why] of refused) {
  test(`a name with ${what} is refused with a reason, and the input is kept`, async ({ page }) => {
    const desk = await Desk.open();
    const run = await desk.openRun('introductory');
    await desk.close();
    await page.goto(`/apply/${run.courseRunId}`);
    await page.getByRole('button', { name: '申込を始める' }).click();
    await page.getByLabel('受講する本人').check();
    await page.getByRole('button', { name: 'つぎへ進む' }).click();
    await page.getByLabel('ふりがな').fill('やまだ はなこ');
    await page.getByLabel('お名前').fill(name);
    await page.getByRole('button', { name: 'つぎへ進む' }).click();
    await expect(page.getByRole('alert')).toContainText(why);
    await expect(page.getByLabel('お名前')).toHaveValue(name);
    await expect(page.getByLabel('ふりがな')).toHaveValue('やまだ はなこ');
  });
}

test('a name that the certificate cannot draw is refused before issuing, naming the character', async () => {
  const desk = await Desk.open();
  const run = await desk.openRun('practical');
  const resident = aResident({ name: '花子 \u{10380}' });
  const learner = await desk.aLearner(run.courseRunId, resident);
  await completePractical(desk, run, learner);
  const completion = async () => (await desk.completionsOf(run.courseRunId))[0];
  await expect.poll(async () => (await completion())?.complete).toBe(true);
  expect((await completion())!.undrawable).toEqual(['\u{10380}']);
  const result = await desk.issue([learner.enrolmentId]);
  expect(result.issued).toBe(0);
  expect(result.refusals).toMatchObject([
    { enrolmentId: learner.enrolmentId, code: 'certification.glyph_missing' },
  ]);
  expect(JSON.stringify(result.refusals[0]!.params)).toContain('\u{10380}');
  await desk.close();
});
