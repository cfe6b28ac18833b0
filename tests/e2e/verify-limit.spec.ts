import http from 'node:http';
import { expect, test } from '@playwright/test';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { axeViolations, overflowing } from './support/axe.ts';

const origin = new URL(process.env.E2E_ORIGIN ?? 'http://localhost:3000');

/** A request from another address of this machine, which is a separate network to the product. */
function from(
  localAddress: string,
  path: string,
): Promise<{ status: number; retryAfter: string; html: string }> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: origin.port, path, localAddress, headers: { host: origin.host } };
    const request = http.get(to, (response) => {
      let html = '';
      response.setEncoding('utf8').on('data', (text: string) => (html += text));
      response.on('end', () =>
        resolve({ status: response.statusCode!, retryAfter: String(response.headers['retry-after']), html }),
      );
    });
    request.on('error', reject);
  });
}

// only Linux gives a machine a whole network of loopback addresses
if (process.platform === 'linux')
  test('somebody who guesses codes (on Linux) is asked to wait, politely and in each language; nobody else is affected', async ({
    page,
  }) => {
    const guesser = `127.9.${process.pid % 250}.${Date.now() % 250}`;
    const statuses: number[] = [];
    for (let i = 0; i < 70; i += 1) statuses.push((await from(guesser, `/v/GVESS-${10_000 + i}`)).status);
    // one more is allowed every ten seconds, and this machine may be slow
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(statuses.at(-1)).toBe(429);
    for (const [lang, words] of [
      ['', 'すこしお待ちください'],
      ['?lang=en', 'Please wait a moment'],
    ] as const) {
      const refused = await from(guesser, `/v/GVESS-10000${lang}`);
      expect(refused.html).toContain(words);
      expect(Number(refused.retryAfter)).toBeGreaterThan(0);
      expect(Number(refused.retryAfter)).toBeLessThanOrEqual(10);
    }
    const api = await from(guesser, pathOf(verificationEndpoints.verifyByCode, { publicCode: 'GVESS10000' }));
    expect([api.status, JSON.parse(api.html).code]).toEqual([429, 'verification.limited']);

    const answer = await page.goto('/v/GVESS-10000');
    expect(answer?.status()).toBe(404);

    // what the guesser sees, as a page
    const { html } = await from(guesser, '/v/GVESS-10000');
    await page.route('**/v/WAIT', (route) =>
      route.fulfill({ status: 429, contentType: 'text/html', body: html }),
    );
    await page.goto('/v/WAIT');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });

test('a fault of ours is reported as such, in each language, and not mistaken for a verdict on the certificate', async ({
  page,
}) => {
  await page.goto('/v/GVESS-10000', { waitUntil: 'networkidle' });
  // the page's data when the API does not respond
  await page.route('**/v/GVESS-10000/__data.json*', (route) =>
    route.fulfill({
      contentType: 'application/json',
      body: JSON.stringify({
        type: 'data',
        nodes: [null, null, { type: 'error', status: 503, error: { message: '' } }],
      }),
    }),
  );
  for (const [name, words] of [
    ['English', 'This does not mean that the certificate is invalid.'],
    ['やさしい にほんご', 'だめだと いう ことでは ありません。'],
    ['日本語', '修了証が無効だという意味ではありません。'],
  ] as const) {
    await page.getByRole('link', { name }).click();
    await expect(page.locator('main')).toContainText(words);
    for (const width of [390, 820, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflowing(page)).toEqual([]);
    }
    expect(await axeViolations(page)).toEqual([]);
  }
});
