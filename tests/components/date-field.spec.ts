import type { Page } from '@playwright/test';
import { dateField } from '../../apps/web/src/lib/i18n/messages/ja/date-field.ts';
import { ui } from '../../apps/web/src/lib/i18n/messages/ja/ui.ts';
import { civilDateOfForm } from '../../apps/web/src/lib/server/date-field.ts';
import { axeViolations, overflowing } from '../e2e/support/axe.ts';
import { tabTo } from '../e2e/support/keyboard.ts';
import { expect, test } from './support/mount.ts';

const date = { name: 'bornOn', legend: '生年月日', hint: '例: 昭和28年3月1日', required: true };
const refused = [{ field: 'bornOn', message: 'この日付はありません' }];
const words = { era: ui.era, year: ui.year, month: ui.month, day: ui.day };

/** The four controls by their labels, in the order of the screen. */
function partsOf(page: Page) {
  const group = page.getByRole('group', { name: date.legend });
  const box = (name: string) => group.getByRole('textbox', { name, exact: true });
  return {
    group,
    era: group.getByRole('combobox', { name: ui.era }),
    year: box(ui.year),
    month: box(ui.month),
    day: box(ui.day),
  };
}

function valuesOf(page: Page): Promise<string[]> {
  const { era, year, month, day } = partsOf(page);
  return Promise.all([era, year, month, day].map((part) => part.inputValue()));
}

/** The date that the server reads from what the form sends. */
function dateOf(sent: [string, string][]): string | undefined {
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  return civilDateOfForm(form, date.name);
}

const typings = [
  { what: 'half-width', era: 'showa', typed: ['28', '3', '1'], is: '1953-03-01' },
  { what: 'full-width', era: 'showa', typed: ['２８', '３', '１'], is: '1953-03-01' },
  { what: 'with zeros', era: 'showa', typed: ['28', '03', '01'], is: '1953-03-01' },
  { what: 'the first year of an era', era: 'reiwa', typed: ['元', '5', '1'], is: '2019-05-01' },
  { what: 'a western year', era: 'western', typed: ['1953', '12', '31'], is: '1953-12-31' },
  {
    what: 'a western year, full-width',
    era: 'western',
    typed: ['１９５３', '１２', '３１'],
    is: '1953-12-31',
  },
  { what: '29 February of a leap year', era: 'showa', typed: ['27', '2', '29'], is: '1952-02-29' },
  { what: '29 February of another year', era: 'showa', typed: ['28', '2', '29'], is: undefined },
  { what: '30 February', era: 'showa', typed: ['28', '2', '30'], is: undefined },
  { what: 'a year after the era', era: 'showa', typed: ['70', '1', '1'], is: undefined },
  { what: 'words', era: 'showa', typed: ['28', 'さん', '一'], is: undefined },
  { what: 'no day', era: 'showa', typed: ['28', '3', ''], is: undefined },
  { what: 'nothing', era: 'showa', typed: ['', '', ''], is: '' },
];

test('what is typed is sent as it is, and the server reads the day or none', async ({ page, stage }) => {
  await stage.show('FormScene', { date });
  const parts = partsOf(page);
  for (const { what, era, typed, is } of typings) {
    await parts.era.selectOption(era);
    for (const [index, part] of [parts.year, parts.month, parts.day].entries()) {
      await part.fill('');
      // not filled in at once: what is longer than the field would be let in
      await part.pressSequentially(typed[index]!);
    }
    const sent = await stage.sentBy(() => parts.day.press('Enter'));
    expect(sent, what).toEqual([
      ['bornOn.era', era],
      ['bornOn.year', typed[0]],
      ['bornOn.month', typed[1]],
      ['bornOn.day', typed[2]],
    ]);
    expect(dateOf(sent), what).toBe(is);
  }
});

test('is filled in with the keyboard alone, in the order that people write', async ({ page, stage }) => {
  await stage.show('FormScene', { date });
  const { era, year, month, day } = partsOf(page);
  await tabTo(page, era);
  await page.keyboard.press('ArrowDown');
  await expect(era).toHaveValue('heisei');
  for (const [part, text] of [
    [year, '2'],
    [month, '11'],
    [day, '9'],
  ] as const) {
    // one Tab leads to the next part
    await tabTo(page, part, 1);
    await page.keyboard.type(text);
  }
  expect(dateOf(await stage.sentBy(() => page.keyboard.press('Enter')))).toBe('1990-11-09');
});

test('says what it is: a group with its hint, four named parts, digits first on a phone', async ({
  page,
  stage,
}) => {
  await stage.show('FormScene', { date });
  const { group, era, ...numbers } = partsOf(page);
  await expect(group).toHaveAccessibleName(`${date.legend} ${ui.required}`);
  await expect(group).toHaveAccessibleDescription(date.hint);
  await expect(era).toHaveValue('showa');
  expect(await era.getByRole('option').allInnerTexts()).toEqual([
    '明治',
    '大正',
    '昭和',
    '平成',
    '令和',
    dateField.western,
  ]);
  for (const part of Object.values(numbers)) await expect(part).toHaveAttribute('inputmode', 'numeric');
  expect(await axeViolations(page)).toEqual([]);
});

test('after a refusal shows what was typed, with the reason at every part', async ({ page, stage }) => {
  await stage.show('FormScene', { date });
  const parts = partsOf(page);
  await parts.era.selectOption('heisei');
  await parts.year.fill('3');
  await parts.month.fill('2');
  await parts.day.fill('30');
  const sent = Object.fromEntries(await stage.sentBy(() => parts.day.press('Enter')));
  const typed = ['heisei', '3', '2', '30'];
  const again = { date: { ...date, value: '1953-03-01', typed: sent }, errors: refused };
  const check = async () => {
    expect(await valuesOf(page)).toEqual(typed);
    await expect(parts.group).toHaveAccessibleDescription(`${date.hint} ${ui.error}: ${refused[0]!.message}`);
    for (const name of Object.keys(words) as (keyof typeof words)[]) {
      await expect(parts[name], name).toHaveAttribute('aria-invalid', 'true');
      await expect(parts[name], name).toHaveAccessibleDescription(`${ui.error}: ${refused[0]!.message}`);
    }
    expect(await axeViolations(page)).toEqual([]);
  };
  await stage.change(again);
  await check();
  // the same without scripts, where the whole page is new
  await stage.show('FormScene', again);
  await check();
});

test('an empty answer that was refused stays empty, whatever was stored before', async ({ page, stage }) => {
  const typed = { 'bornOn.era': 'taisho', 'bornOn.year': '', 'bornOn.month': '', 'bornOn.day': '' };
  await stage.show('FormScene', { date: { ...date, value: '1953-03-01', typed }, errors: refused });
  expect(await valuesOf(page)).toEqual(['taisho', '', '', '']);
});

const stored = [
  { value: '1953-03-01', era: undefined, shown: ['showa', '28', '3', '1'] },
  { value: '1989-01-07', era: undefined, shown: ['showa', '64', '1', '7'] },
  { value: '1989-01-08', era: undefined, shown: ['heisei', '1', '1', '8'] },
  { value: '2026-12-01', era: 'western', shown: ['western', '2026', '12', '1'] },
  { value: null, era: 'reiwa', shown: ['reiwa', '', '', ''] },
];

test('a stored day is shown in its era, and the same day is sent back', async ({ page, stage }) => {
  for (const { value, era, shown } of stored) {
    await stage.show('FormScene', { date: { ...date, value, era } });
    expect(await valuesOf(page), String(value)).toEqual(shown);
    const sent = await stage.sentBy(() => partsOf(page).day.press('Enter'));
    expect(dateOf(sent)).toBe(value ?? '');
  }
});

for (const width of [1280, 390, 320])
  test(`at ${width} px the parts are large enough, year, month and day stand together, and the largest text fits`, async ({
    page,
    stage,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await stage.show('FormScene', { date, errors: refused });
    const { era, year, month, day } = partsOf(page);
    const [eraBox, ...boxes] = (
      await Promise.all([era, year, month, day].map((part) => part.boundingBox()))
    ).map((box) => box!);
    for (const box of [eraBox!, ...boxes]) expect(box.height).toBeGreaterThanOrEqual(44);
    if (width > 320) expect(new Set(boxes.map(({ y }) => Math.round(y))).size).toBe(1);
    if (width < 480) expect(eraBox!.y + eraBox!.height).toBeLessThanOrEqual(boxes[0]!.y);
    await stage.show(
      'FormScene',
      { date: { ...date, legend: '生年月日'.repeat(20) }, errors: refused },
      'xlarge',
    );
    expect(await overflowing(page)).toEqual([]);
  });
