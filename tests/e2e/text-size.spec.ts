import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { overflowing } from './support/axe.ts';

// hundreds of checks: recording each would take longer than the checks
test.use({ trace: 'off' });

/** Text that is clipped at the side of its box, where it cannot be scrolled. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const hides = overflowX === 'hidden' || overflowX === 'clip';
        return hides && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1;
      })
      .filter((element) => element.innerText.trim() !== '' && !element.closest('.video-js'))
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className}: ${element.innerText.slice(0, 30)}`,
      ),
  );
}

test('the text size is chosen with one press, is remembered, and works on every page', async ({ page }) => {
  await page.goto('/courses/introductory');
  const before = await page
    .locator('main p')
    .first()
    .evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
  expect(before).toBeGreaterThanOrEqual(18);
  await page.getByRole('button', { name: '特大' }).first().click();
  await expect(page).toHaveURL(/\/courses\/introductory$/);
  for (const path of ['/courses/introductory', '/', '/help']) {
    await page.goto(path);
    const now = await page
      .locator('main p')
      .first()
      .evaluate((p) => parseFloat(getComputedStyle(p).fontSize));
    expect(now, path).toBeGreaterThanOrEqual(before * 1.25);
  }
});

const pages = {
  nobody: ['/', '/courses', '/courses/introductory', '/videos', '/verify', '/sign-in', '/help', '/materials'],
  learner: ['/my', '/my/profile', '/my/certificates'],
  office: ['/office', '/office/applications', '/office/runs', '/office/certificates', '/office/people'],
};

for (const [who, paths] of Object.entries(pages)) {
  test(`with the largest text nothing is clipped on a phone (${who})`, async ({ page, context, baseURL }) => {
    if (who !== 'nobody') await signIn(context, demoAccounts[who as 'learner' | 'office']);
    await context.addCookies([{ name: 'kizuna_text_size', value: 'xlarge', url: baseURL! }]);
    const found: string[] = [];
    for (const path of paths) {
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 });
        if (width === 390) await page.goto(path);
        const problems = [...(await overflowing(page)), ...(await cutOff(page))];
        found.push(...problems.map((problem) => `${path} at ${width}: ${problem}`));
      }
    }
    expect(found.join('\n')).toBe('');
  });
}

test('with the largest text the QR code for a wallet is complete on the narrowest phone', async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(context, demoAccounts.graduate);
  await context.addCookies([{ name: 'kizuna_text_size', value: 'xlarge', url: baseURL! }]);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/my/certificates');
  const wallet = await page.locator('a[href$="/wallet"]').first().getAttribute('href');
  await page.goto(wallet!);
  await page.getByRole('button', { name: '受け取り用のコードを出す' }).click();
  const code = page.getByRole('img', { name: /QRコード/ });
  await expect(code).toBeVisible();
  expect([...(await overflowing(page)), ...(await cutOff(page))]).toEqual([]);
  const { width, height } = (await code.boundingBox())!;
  expect(Math.abs(width - height)).toBeLessThan(1);
});
