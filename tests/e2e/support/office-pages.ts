import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Resident } from './resident.ts';

/** A run that the office has created on its pages. */
export interface MadeRun {
  id: string;
  name: string;
}

/**
 * Creates a run of the course whose title starts with `course`: open since today, public, with the demo's instructor.
 */
export async function createRun(office: Page, course: string): Promise<MadeRun> {
  const name = `試験 ${randomUUID().slice(0, 8)}`;
  await office.goto('/office/runs/new');
  const select = office.getByLabel('講座', { exact: false }).and(office.locator('select'));
  const option = select.locator('option').filter({ hasText: course });
  await select.selectOption((await option.getAttribute('value'))!);
  await office.getByLabel('開講回の名前').fill(name);
  await office.getByLabel('始まりの時刻').fill('00:00');
  await office.getByLabel('申込の締め切り(日)').fill(civilDate(30));
  await office.getByLabel('定員(名)').fill('20');
  await office.getByLabel('野口 由美子').check();
  await office.getByLabel('公開').and(office.locator('[value=published]')).check();
  await office.getByRole('button', { name: 'この内容で開講回をつくる' }).click();
  await expect(office.getByText('開講回をつくりました。')).toBeVisible();
  return { id: /runs\/([0-9a-f-]{36})/.exec(office.url())![1]!, name };
}

/** Adds a training day that lasts all of today, for the nth lesson that has one. */
export async function addDayToday(office: Page, run: MadeRun, lesson = 0): Promise<void> {
  await office.goto(`/office/runs/${run.id}/days/new`);
  const select = office.getByLabel('学習項目').and(office.locator('select'));
  const values = await select
    .locator('option')
    .evaluateAll((options) =>
      options.map((option) => (option as HTMLOptionElement).value).filter((value) => value !== ''),
    );
  await select.selectOption(values[lesson]!);
  await office.getByLabel('日', { exact: false }).and(office.locator('[name=heldOn]')).fill(civilDate(0));
  await office.getByLabel('始まりの時刻').fill('00:00');
  await office.getByLabel('終わりの時刻').fill('23:59');
  await office.getByLabel('会場').and(office.locator('[name=hall]')).fill('古河福祉の森会館');
  await office.getByLabel('会場の住所').fill('古河市新久田271-1');
  await office.getByRole('button', { name: 'この日を加える' }).click();
  await expect(office.getByText('集合研修の日を加えました。')).toBeVisible();
}

/** Ticks the application in the inbox, reads the list and confirms. */
export async function confirmInInbox(office: Page, runId: string, name: string): Promise<void> {
  await office.goto(`/office/applications?status=applied&courseRunId=${runId}`);
  await office.getByLabel(`${name}さんを選ぶ`).check();
  await office.getByRole('button', { name: '選んだ方の受講を決定する' }).click();
  await expect(office.getByRole('heading', { name: '1名の受講を決定します' })).toBeVisible();
  await expect(office.locator('main')).toContainText(name);
  await office.getByRole('button', { name: '1名の受講を決定する' }).click();
  await expect(office.getByRole('heading', { level: 1, name: '1名の受講を決定しました' })).toBeVisible();
}

/** Today in Japan, or this many days later, as `YYYY-MM-DD`. */
export function civilDate(daysFromToday: number): string {
  const then = new Date(Date.now() + daysFromToday * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(then);
}

/** Enters what a caller says, on the single screen for it. */
export async function enterByPhone(office: Page, run: MadeRun, caller: Resident): Promise<void> {
  await office.goto('/office/applications/new');
  await office.locator('select[name=courseRunId]').selectOption(run.id);
  await office.getByRole('radio', { name: '電話' }).check();
  await office.locator('[name=kana]').fill(caller.kana);
  await office.locator('[name=name]').fill(caller.name);
  const born = office.getByRole('group', { name: '生年月日' });
  await born.getByLabel('元号').selectOption(caller.era);
  const [year, month, day] = caller.born;
  await born.getByLabel('年', { exact: true }).fill(year);
  await born.getByLabel('月', { exact: true }).fill(month);
  await born.getByLabel('日', { exact: true }).fill(day);
  await office.locator('[name=phone]').fill(caller.phone);
  await office.locator('[name=address]').fill(caller.address);
  await office.getByLabel(/個人情報の取り扱いに/).check();
  await office.getByRole('button', { name: 'この申込を受け付ける' }).last().click();
  await expect(office.getByText('申込を受け付けました').first()).toBeVisible();
  await expect(office.locator('main')).toContainText(/R\d+-\d{6}/);
}
