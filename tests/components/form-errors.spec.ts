import type { Page } from '@playwright/test';
import { ui } from '../../apps/web/src/lib/i18n/messages/ja/ui.ts';
import { t } from '../../apps/web/src/lib/i18n/t.ts';
import { axeViolations, overflowing } from '../e2e/support/axe.ts';
import { tabTo } from '../e2e/support/keyboard.ts';
import { expect, test } from './support/mount.ts';

const options = [
  { value: 'a', label: '会場で受ける' },
  { value: 'b', label: '自宅で受ける' },
];
const form = {
  text: { name: 'person.name', label: 'お名前', hint: '住民票のとおりに', required: true },
  choice: { name: 'district', label: '地区', options },
  radio: { name: 'way', legend: '受け方', options },
  boxes: { name: 'days', legend: '来られる日', options, hint: 'いくつでも' },
  date: { name: 'bornOn', legend: '生年月日' },
  agree: { name: 'agree', sentence: '名簿に載せることに同意します' },
};
const errors = [
  { field: 'person.name', message: 'お名前を入れてください' },
  { field: 'district', message: '地区を選んでください' },
  { field: 'way', message: '受け方を選んでください' },
  { field: 'days', message: '来られる日を選んでください' },
  { field: 'bornOn', message: '生年月日を入れてください' },
  { field: 'agree', message: '同意が必要です' },
];
const said = (message: string) => `${ui.error}: ${message}`;

/** The control that each link of the summary leads to. */
function targetsOf(page: Page) {
  return [
    page.getByRole('textbox', { name: form.text.label }),
    page.getByRole('combobox', { name: form.choice.label }),
    page.getByRole('radio').first(),
    page.getByRole('group', { name: form.boxes.legend }).getByRole('checkbox').first(),
    page.getByRole('combobox', { name: ui.era }),
    page.getByRole('checkbox', { name: form.agree.sentence }),
  ];
}

const summaryOf = (page: Page) => page.getByRole('alert', { name: ui.errorSummaryTitle });

test.describe('a field', () => {
  test('has its label, its mark and its hint, and nothing wrong', async ({ page, stage }) => {
    await stage.show('FormScene', { text: form.text });
    const box = page.getByRole('textbox');
    await expect(box).toHaveAccessibleName(`${form.text.label} ${ui.required}`);
    await expect(box).toHaveAccessibleDescription(form.text.hint);
    await expect(box).toHaveAttribute('required', '');
    await expect(box).not.toHaveAttribute('aria-invalid');
    await page.getByText(form.text.label).click();
    await expect(box).toBeFocused();
  });

  test('says that it is optional, or nothing where every field is required', async ({ page, stage }) => {
    await stage.show('FormScene', { text: { ...form.text, required: false } });
    await expect(page.getByRole('textbox')).toHaveAccessibleName(`${form.text.label} ${ui.optional}`);
    await stage.change({ text: { ...form.text, unmarked: true } });
    await expect(page.getByRole('textbox')).toHaveAccessibleName(form.text.label);
  });

  test('describes itself by nothing that is not there', async ({ page, stage }) => {
    await stage.show('FormScene', { text: { ...form.text, hint: undefined } });
    await expect(page.getByRole('textbox')).not.toHaveAttribute('aria-describedby');
    await stage.change({ errors });
    await expect(page.getByRole('textbox')).toHaveAccessibleDescription(said(errors[0]!.message));
  });

  test('with an error is described by hint and error, and no other field is', async ({ page, stage }) => {
    await stage.show('FormScene', { ...form, errors: errors.slice(0, 1) });
    const [name, district] = targetsOf(page);
    await expect(name!).toHaveAttribute('aria-invalid', 'true');
    await expect(name!).toHaveAccessibleDescription(`${form.text.hint} ${said(errors[0]!.message)}`);
    await expect(district!).not.toHaveAttribute('aria-invalid');
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
  });

  test('keeps what was typed when the error appears and when it goes', async ({ page, stage }) => {
    await stage.show('FormScene', form);
    const box = page.getByRole('textbox', { name: form.text.label });
    await box.fill('古河 花子');
    await stage.change({ errors });
    await expect(box).toHaveValue('古河 花子');
    await stage.change({ errors: [] });
    await expect(box).toHaveValue('古河 花子');
    await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  });

  test('in a group: the group is described by hint and error', async ({ page, stage }) => {
    await stage.show('FormScene', { ...form, errors });
    await expect(page.getByRole('group', { name: form.boxes.legend })).toHaveAccessibleDescription(
      `${form.boxes.hint} ${said(errors[3]!.message)}`,
    );
    await expect(page.getByRole('group', { name: form.radio.legend })).toHaveAccessibleDescription(
      said(errors[2]!.message),
    );
  });
});

test.describe('the summary of errors', () => {
  test('is not there without errors', async ({ page, stage }) => {
    await stage.show('FormScene', form);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await stage.change({ errors: [] });
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  for (const how of ['on a new page', 'when the form comes back'])
    test(`has the focus ${how}, once for every refusal`, async ({ page, stage }) => {
      if (how === 'on a new page') await stage.show('FormScene', { ...form, errors });
      else {
        await stage.show('FormScene', form);
        await page.getByRole('textbox', { name: form.text.label }).focus();
        await stage.change({ errors });
      }
      await expect(summaryOf(page)).toBeFocused();
      await expect(summaryOf(page)).toContainText(t(ui.errorSummaryLead, { count: errors.length }));
      // refused again for the same reasons
      await page.getByRole('textbox', { name: form.text.label }).focus();
      await stage.change({ errors: errors.map((error) => ({ ...error })) });
      await expect(summaryOf(page)).toBeFocused();
      // anything else that changes leaves the person where she is
      await page.getByRole('textbox', { name: form.text.label }).focus();
      await stage.change({ choice: { ...form.choice, value: 'a' } });
      await expect(page.getByRole('textbox', { name: form.text.label })).toBeFocused();
    });

  test('lists the errors in the order of the fields, one link for each', async ({ page, stage }) => {
    await stage.show('FormScene', { ...form, errors });
    const links = summaryOf(page).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(errors.map(({ message }) => message));
    const tops = await Promise.all(
      targetsOf(page).map((target) => target.evaluate((element) => element.getBoundingClientRect().top)),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('leads from each error to its control, with the keyboard', async ({ page, stage }) => {
    for (const [index, { field }] of errors.entries()) {
      await stage.show('FormScene', { ...form, errors });
      await expect(summaryOf(page)).toBeFocused();
      await tabTo(page, summaryOf(page).getByRole('link').nth(index), errors.length);
      await page.keyboard.press('Enter');
      await expect(targetsOf(page)[index]!, field).toBeFocused();
      await expect(targetsOf(page)[index]!, field).toBeInViewport();
    }
  });

  test('leads to a part of a date', async ({ page, stage }) => {
    await stage.show('FormScene', {
      ...form,
      errors: [{ field: 'bornOn.month', message: '月を入れてください' }],
    });
    await page.getByRole('link').click();
    await expect(page.getByRole('textbox', { name: ui.month, exact: true })).toBeFocused();
  });

  for (const kind of ['radio', 'boxes'] as const)
    test(`leads to the first choice that can be chosen (${kind})`, async ({ page, stage }) => {
      const taken = { ...form[kind], options: [{ ...options[0]!, disabled: true }, options[1]!] };
      await stage.show('FormScene', { [kind]: taken, errors });
      const link = page.getByRole('link', {
        name: errors.find(({ field }) => field === taken.name)!.message,
      });
      await link.click();
      await expect(page.getByLabel(options[1]!.label)).toBeFocused();
    });

  test('shows an error of the whole form without a link, and counts only several', async ({
    page,
    stage,
  }) => {
    await stage.show('FormScene', { ...form, errors: [{ field: '', message: 'もう一度お試しください' }] });
    await expect(summaryOf(page)).toContainText('もう一度お試しください');
    await expect(summaryOf(page).getByRole('link')).toHaveCount(0);
    await expect(summaryOf(page)).not.toContainText(t(ui.errorSummaryLead, { count: 1 }));
  });
});

for (const width of [1280, 390, 320])
  test(`at ${width} px long words fit at 特大, and axe finds nothing`, async ({ page, stage }) => {
    await page.setViewportSize({ width, height: 800 });
    const long = 'お住まいの地区の民生委員児童委員協議会の名称'.repeat(5);
    const latin = 'Donaudampfschifffahrtselektrizitäten'.repeat(3);
    const labelled = {
      ...form,
      text: { ...form.text, label: long, hint: latin },
      choice: { ...form.choice, options: [{ value: 'x', label: long }] },
      radio: { ...form.radio, legend: long, options: [{ value: 'x', label: latin, hint: long }] },
      errors: errors.map((error) => ({ ...error, message: error.message + long })),
    };
    await stage.show('FormScene', labelled, 'xlarge');
    expect(await overflowing(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    const link = (await summaryOf(page).getByRole('link').last().boundingBox())!;
    expect(link.height).toBeGreaterThanOrEqual(44);
  });
