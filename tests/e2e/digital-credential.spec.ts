import { expect, test, type Page } from '@playwright/test';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { guard } from './support/guard.ts';

const forms = ['png', 'svg', 'json', 'jwt'] as const;

/** Chooses a file on the page and submits it. */
async function check(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/verify/credential', { waitUntil: 'networkidle' });
  await page
    .getByLabel('証明のファイル')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'この証明を確かめる' }).click();
}

async function expectGoodLooks(page: Page): Promise<void> {
  for (const width of [390, 820, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflowing(page)).toEqual([]);
  }
  expect(await axeViolations(page)).toEqual([]);
}

test('a graduate downloads the digital form of a certificate; anybody can check it, and a changed one is refused', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page.context(), demoAccounts.graduate);
  const quiet = guard(page);
  await page.goto('/my/certificates', { waitUntil: 'networkidle' });
  // Not in the way: collapsed until somebody needs it
  await expect(page.getByRole('link', { name: '画像(PNG)' })).toBeHidden();
  await page.getByText('デジタルの証明(ほかのサービスで使う方へ)').first().click();
  await expect(page.getByRole('link', { name: '画像(PNG)' })).toBeVisible();
  await expectGoodLooks(page);
  const files = new Map<string, Buffer>();
  for (const form of forms) {
    const href = await page.locator(`a[href$="/credentials/${form}"]`).first().getAttribute('href');
    const answer = await page.request.get(href!);
    expect(answer.headers()['content-disposition']).toContain(`kizuna-credential.${form}`);
    files.set(form, await answer.body());
  }
  quiet.expectQuiet();

  for (const javaScriptEnabled of [true, false]) {
    const stranger = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled });
    for (const form of forms) {
      await check(stranger, `a.${form}`, files.get(form)!);
      await expect(stranger.getByRole('heading', { name: 'この証明は有効です' })).toBeVisible();
    }
    if (javaScriptEnabled) await expectGoodLooks(stranger);
    // the result is shown in another language without choosing the file again
    await stranger.getByRole('button', { name: 'English' }).click();
    await expect(stranger.getByRole('heading', { name: 'This certificate is valid' })).toBeVisible();
    await expect(stranger.locator('html')).toHaveAttribute('lang', 'en');
    if (javaScriptEnabled) await expectGoodLooks(stranger);
    await stranger.getByRole('link', { name: 'Check another one' }).click();
    await stranger.getByRole('button', { name: 'Check this certificate' }).click();
    await expect(stranger.getByRole('alert')).toContainText('Please choose the file to be checked.');
    await stranger.goto('/verify/credential?lang=easy');
    await expect(stranger.getByRole('heading', { level: 1 })).toContainText('デジタルの しゅうりょうしょう');
    if (javaScriptEnabled) await expectGoodLooks(stranger);
    const forged = files.get('json')!.toString('utf8').replace('修了', '終了');
    await check(stranger, 'forged.json', Buffer.from(forged));
    await expect(stranger.getByRole('heading', { name: 'この証明は確認できません' })).toBeVisible();
    if (javaScriptEnabled) await expectGoodLooks(stranger);
    await check(stranger, 'empty.json', Buffer.alloc(0));
    await expect(stranger.getByText('確かめるファイルを選んでください。').first()).toBeVisible();
    await stranger.close();
  }
});

test('a third-party program finds keys, issuer, achievement and status at the addresses in the credential', async ({
  page,
}) => {
  await signIn(page.context(), demoAccounts.graduate);
  await page.goto('/my/certificates');
  const href = await page.locator('a[href$="/credentials/json"]').first().getAttribute('href');
  const credential = await (await page.request.get(href!)).json();
  const did = await page.request.get('/.well-known/did.json');
  expect(did.headers()['access-control-allow-origin']).toBe('*');
  expect((await did.json()).id).toBe(credential.issuer.id);
  const { achievement } = credential.credentialSubject;
  for (const address of [achievement.id, credential.credentialStatus.statusListCredential]) {
    const path = new URL(address).pathname;
    const answer = await page.request.get(path);
    expect([path, answer.status(), (await answer.json()).id]).toEqual([path, 200, address]);
    const again = await page.request.get(path, { headers: { 'if-none-match': answer.headers().etag! } });
    expect(again.status()).toBe(304);
  }
  expect((await page.request.get('/credentials/status/99')).status()).toBe(404);
});

for (const javaScriptEnabled of [true, false])
  test(`a graduate transfers a certificate to a wallet app ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled });
    await signIn(context, demoAccounts.graduate);
    const page = await context.newPage();
    const quiet = guard(page);
    await page.goto('/my/certificates', { waitUntil: 'networkidle' });
    await page.getByText('デジタルの証明(ほかのサービスで使う方へ)').first().click();
    await page.getByRole('link', { name: '証明書アプリに入れる' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('証明書アプリに入れる');
    if (javaScriptEnabled) await expectGoodLooks(page);
    await page.getByRole('button', { name: '受け取り用のコードを出す' }).click();
    await expect(page.getByText('まで、1回だけ使えます。')).toBeVisible();
    await expect(page.getByRole('img', { name: /QRコード/ })).toBeVisible();
    if (javaScriptEnabled) {
      await expect(page.getByRole('heading', { name: '受け取り用のコード' })).toBeFocused();
      await expectGoodLooks(page);
    }
    const opened = new URL(
      (await page.getByRole('link', { name: 'この機械のアプリで開く' }).getAttribute('href'))!,
    );
    expect(opened.protocol).toBe('openid-credential-offer:');
    const offer = JSON.parse(opened.searchParams.get('credential_offer')!);

    // The wallet app: it knows nothing but the offer
    const app = await browser.newContext();
    const wellKnown = async (name: string) =>
      (await app.request.get(`${offer.credential_issuer}/.well-known/${name}`)).json();
    const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
    const { token_endpoint } = await wellKnown('oauth-authorization-server');
    const { credential_endpoint, display } = await wellKnown('openid-credential-issuer');
    expect(display[0].name).not.toBe('');
    const form = { grant_type: grant, 'pre-authorized_code': offer.grants[grant]['pre-authorized_code'] };
    const { access_token } = await (await app.request.post(token_endpoint, { form })).json();
    const fetched = await app.request.post(credential_endpoint, {
      headers: { authorization: `Bearer ${access_token}` },
      data: { credential_configuration_id: offer.credential_configuration_ids[0] },
    });
    const [{ credential }] = (await fetched.json()).credentials;
    expect((await app.request.post(token_endpoint, { form })).status()).toBe(400);
    const verifier = offer.credential_issuer + pathOf(verificationEndpoints.verifyCredential);
    const checked = await app.request.post(verifier, { data: { credential } });
    expect((await checked.json()).outcome).toBe('valid');
    await app.close();

    await page.getByRole('button', { name: '新しいコードを出す' }).click();
    await expect(page.getByRole('link', { name: 'この機械のアプリで開く' })).not.toHaveAttribute(
      'href',
      opened.href,
    );
    quiet.expectQuiet();
    await page.goto('/my/certificates/01890000-0000-7000-8000-000000000000/wallet');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('見つかりません');
    await context.close();
  });
