import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { issueFromPage } from './support/certificate.ts';
import { aCompletedRun } from './support/completing.ts';
import { Desk } from './support/desk.ts';

/** Gives a PDF to the page and presses. */
async function checkFile(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/verify', { waitUntil: 'networkidle' }); // the scripts are there
  await page
    .getByLabel('修了証のPDFファイル')
    .setInputFiles({ name: 'c.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'このPDFを確かめる' }).click();
}

test('anybody checks the PDF of a certificate; the file stays on the device, an altered one is refused', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const desk = await Desk.open();
  const run = await aCompletedRun(desk, '佐藤 和子');
  await signIn(page.context(), demoAccounts.office);
  await issueFromPage(page, run.courseRunId, '佐藤 和子');
  const { certificateId } = await desk.certificateOf(run.courseRunId);
  const pdf = await (await page.request.get(`/api/office/certificates/${certificateId}/file`)).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const altered = Buffer.concat([pdf, Buffer.from(' ')]);
  await desk.close();

  for (const javaScriptEnabled of [true, false]) {
    const stranger = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled });
    const sent: string[] = [];
    stranger.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''));
    await checkFile(stranger, pdf);
    await expect(stranger.getByRole('heading', { name: 'この修了証は有効です' })).toBeVisible();
    await expect(stranger.locator('main')).toContainText('佐藤 和子');
    if (javaScriptEnabled) {
      expect(sent.some((body) => body.includes('sha256'))).toBe(true);
      expect(sent.filter((body) => body.includes('%PDF-'))).toEqual([]);
      for (const width of [390, 820, 1280]) {
        await stranger.setViewportSize({ width, height: 900 });
        expect(await overflowing(stranger)).toEqual([]);
        await stranger.screenshot({ path: info.outputPath(`valid-${width}.png`), fullPage: true });
      }
      expect(await axeViolations(stranger)).toEqual([]);
    }
    await checkFile(stranger, altered);
    await expect(stranger.getByRole('heading', { name: 'このPDFは台帳の控えと一致しません' })).toBeVisible();
    await expect(stranger.locator('main')).not.toContainText('佐藤 和子');
    if (javaScriptEnabled) {
      for (const width of [390, 820, 1280]) {
        await stranger.setViewportSize({ width, height: 900 });
        expect(await overflowing(stranger)).toEqual([]);
        await stranger.screenshot({ path: info.outputPath(`altered-${width}.png`), fullPage: true });
      }
      expect(await axeViolations(stranger)).toEqual([]);
    }
    await stranger.close();
  }
});
