import { createHash } from 'node:crypto';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { issueFromPage } from './support/certificate.ts';
import { aCompletedRun } from './support/completing.ts';
import { Desk } from './support/desk.ts';
import { forgedCopies } from './support/forged-pdf.ts';

test.describe.configure({ mode: 'serial' });

let first: CertificateView;
let second: CertificateView;
/** The files as downloaded before and after the re-issue. */
let oldPdf: Buffer;
let newPdf: Buffer;

test.beforeAll(async ({ browser, baseURL }) => {
  const desk = await Desk.open();
  const run = await aCompletedRun(desk, '佐藤 和子');
  const office = await browser.newPage({ baseURL });
  await signIn(office.context(), demoAccounts.office);
  await issueFromPage(office, run.courseRunId, '佐藤 和子');
  first = await desk.certificateOf(run.courseRunId);
  second = await desk.ask(certificationEndpoints.reissueCertificate, {
    params: { certificateId: first.certificateId },
    body: { reason: 'lost', name: first.name },
  });
  const fileOf = async (certificateId: string) =>
    (await office.request.get(pathOf(certificationEndpoints.getCertificateFile, { certificateId }))).body();
  oldPdf = await fileOf(first.certificateId);
  newPdf = await fileOf(second.certificateId);
  await office.close();
  await desk.close();
});

const inJapanese = { file: '修了証のPDFファイル', press: 'このPDFを確かめる' };

/** Chooses a PDF on the page and submits it. */
async function checkFile(page: Page, buffer: Buffer, path = '/verify', words = inJapanese): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' }); // wait for the scripts
  await page.getByLabel(words.file).setInputFiles({ name: 'c.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: words.press }).click();
}

const somebody = (browser: Browser, baseURL: string | undefined, javaScriptEnabled = true) =>
  browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const altered = () => Buffer.concat([newPdf, Buffer.from(' ')]);
const foreign = () => Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');

for (const javaScriptEnabled of [true, false]) {
  test(`the PDF of a certificate is distinguished from all others ${javaScriptEnabled ? 'on the device itself' : 'without JavaScript'}`, async ({
    browser,
    baseURL,
  }) => {
    const stranger = await somebody(browser, baseURL, javaScriptEnabled);
    const sent: string[] = [];
    stranger.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''));

    await checkFile(stranger, newPdf);
    await expect(heading(stranger, 'この修了証は有効です')).toBeVisible();
    await expect(stranger.locator('main')).toContainText('佐藤 和子');
    await expect(stranger.locator('main')).toContainText('2通目');
    await checkFile(stranger, oldPdf);
    await expect(heading(stranger, 'この修了証は失効しています')).toBeVisible();
    await expect(stranger.locator('main')).toContainText('に再交付されたため、この紙は使えません');
    await checkFile(stranger, altered());
    await expect(heading(stranger, 'このPDFは、発行したときのままではありません')).toBeVisible();
    await expect(stranger.locator('main')).not.toContainText('佐藤 和子');
    await stranger.getByRole('button', { name: 'English' }).click();
    await expect(heading(stranger, 'This PDF is no longer as it was issued')).toBeVisible();
    await checkFile(stranger, foreign());
    await expect(heading(stranger, 'このPDFは、社協の修了証のファイルではありません')).toBeVisible();
    await expect(stranger.locator('main')).not.toContainText('有効です');

    await checkFile(stranger, Buffer.from('<!doctype html>'));
    await expect(stranger.getByText('PDFではないようです。').first()).toBeVisible();
    for (const megabytes of [1.05, 3]) {
      const much = Buffer.concat([newPdf, Buffer.alloc(megabytes * 1024 * 1024)]);
      await checkFile(stranger, much);
      await expect(stranger.getByText('ファイルが大きすぎます。').first()).toBeVisible();
    }
    // without scripts only the file itself can have been sent; Chromium does not expose the bodies of such forms
    if (javaScriptEnabled) {
      expect(sent.filter((body) => body.includes('%PDF-'))).toEqual([]);
      expect(sent.some((body) => body.includes('sha256'))).toBe(true);
    }
    await stranger.close();
  });
}

test('forged copies are refused by the browser’s own check, before the ledger is asked', async ({
  browser,
  baseURL,
}) => {
  test.slow(); // more than twenty files, with a visit for each
  const stranger = await somebody(browser, baseURL);
  const findings: Record<string, string> = {};
  const copies = { valid: newPdf, replaced: oldPdf, ...forgedCopies(newPdf, oldPdf) };
  for (const [how, bytes] of Object.entries(copies)) {
    // the server's response is irrelevant here: nothing that the device has found out is sent
    await stranger.route('**/verify?/file**', (route) => route.abort());
    const asked = stranger.waitForRequest((request) => request.method() === 'POST');
    await checkFile(stranger, bytes);
    const body = (await asked).postDataBuffer()?.toString('utf8') ?? '';
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(body, how).toContain(sha256);
    findings[how] = /name="finding"\s+(\w+)/.exec(body)?.[1] ?? body;
    await stranger.unroute('**/verify?/file**');
  }
  const { valid, replaced, ...forged } = findings;
  expect([valid, replaced]).toEqual(['signed', 'signed']);
  expect(Object.keys(forged).length).toBeGreaterThanOrEqual(20);
  expect(Object.entries(forged).filter(([, finding]) => !/^(altered|foreign)$/.test(finding))).toEqual([]);
  await stranger.close();
});

test('the result is available in three languages, prints on one sheet, and is not stored', async ({
  browser,
  baseURL,
}, info) => {
  const headings = {
    '': ['この修了証は有効です', 'この修了証は失効しています'],
    '?lang=easy': ['この紙かみは 本物ほんものです。', 'もう 使つかえません。'],
    '?lang=en': ['This certificate is valid', 'This certificate has been replaced'],
  };
  for (const javaScriptEnabled of [true, false]) {
    const stranger = await somebody(browser, baseURL, javaScriptEnabled);
    for (const [query, [valid, replaced]] of Object.entries(headings)) {
      for (const [certificate, words] of [
        [second, valid],
        [first, replaced],
      ] as const) {
        const answer = await stranger.goto(new URL(certificate.verifyUrl).pathname + query);
        const title = stranger.getByRole('heading', { level: 1 });
        const said = (await title.innerText()).replace(/[()\s]/g, '');
        expect(said).toContain(words!.replace(/\s/g, '').slice(0, 4));
        expect(await title.locator('xpath=ancestor::*[@lang][1]').getAttribute('lang')).toBe(
          query === '?lang=en' ? 'en' : 'ja',
        );
        const headers = answer!.headers();
        expect(headers['cache-control']).toBe('private, no-store');
        expect(headers['x-robots-tag']).toBe('noindex, nofollow');
        expect(headers['referrer-policy']).toBe('same-origin');
        await expect(stranger.locator('main')).toContainText(certificate.number);
      }
    }
    await stranger.close();
  }

  const stranger = await somebody(browser, baseURL);
  for (const query of Object.keys(headings)) {
    await stranger.goto(new URL(first.verifyUrl).pathname + query);
    expect(await axeViolations(stranger)).toEqual([]);
    for (const width of [390, 820, 1280]) {
      await stranger.setViewportSize({ width, height: 900 });
      expect(await overflowing(stranger)).toEqual([]);
    }
    const paper = await stranger.pdf({
      preferCSSPageSize: true,
      path: info.outputPath(`print${query.slice(6)}.pdf`),
    });
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  }
  await stranger.goto('/verify?lang=easy');
  expect(await axeViolations(stranger)).toEqual([]);
  await stranger.close();
});

test('the frame of the page is in its language too, and in Japanese again on the next page', async ({
  browser,
  baseURL,
}) => {
  const stranger = await somebody(browser, baseURL);
  await stranger.goto(new URL(first.verifyUrl).pathname);
  await stranger.getByRole('link', { name: 'English' }).click();
  await expect(heading(stranger, 'This certificate has been replaced')).toBeVisible();
  // the frame follows, even if only the URL changed
  await expect(stranger.locator('html')).toHaveAttribute('lang', 'en');
  await expect(stranger).toHaveTitle('Result of the check | Kizuna Courses');
  await expect(stranger.getByRole('link', { name: 'Skip to the content' })).toBeAttached();
  await expect(stranger.getByRole('contentinfo')).toContainText('Questions? Please call');
  await stranger.getByRole('link', { name: 'Courses', exact: true }).click();
  await expect(stranger.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(stranger.getByRole('contentinfo')).toContainText('お困りのときは');
  await stranger.goto('/verify?lang=easy');
  await expect(stranger.getByRole('banner')).toContainText('きずな こうざ');
  await stranger.getByRole('navigation').getByRole('link', { name: 'しゅうりょうしょうの かくにん' }).click();
  await expect(stranger).toHaveURL(/\/verify\?lang=easy$/);
  await stranger.close();
});

test('number and code are accepted in any spelling; a wrong pair says what to do, in the language of the page', async ({
  browser,
  baseURL,
}) => {
  const stranger = await somebody(browser, baseURL, false);
  await stranger.goto('/verify?lang=en');
  const check = async (number: string, code: string) => {
    await stranger.getByLabel('Number of the certificate').fill(number);
    await stranger.getByLabel('Verification code').fill(code);
    await stranger.getByRole('button', { name: 'Check this certificate' }).click();
  };
  await check('', '');
  await expect(stranger.getByRole('alert')).toContainText('Please check what you entered');
  await expect(stranger.getByRole('alert')).not.toContainText(/[ぁ-ん]/);
  await check('第９９９９号', second.verifyCode);
  await expect(stranger.getByText('This certificate cannot be confirmed')).toBeVisible();
  const wide = second.verifyCode.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const spelt = wide.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', 'ー');
  await check(`\u3000第 ${second.serial} 号`, ` ${spelt} `);
  await expect(heading(stranger, 'This certificate is valid')).toBeVisible();
  expect(new URL(stranger.url()).pathname).toBe(`/v/${second.verifyCode.replace('-', '')}`);
  await stranger.close();
});
