import type { Locator, Page } from '@playwright/test';
import { certificatesOffice } from '../../apps/web/src/lib/i18n/messages/ja/certificates-office.ts';
import { ui } from '../../apps/web/src/lib/i18n/messages/ja/ui.ts';
import { axeViolations, overflowing } from '../e2e/support/axe.ts';
import { tabTo } from '../e2e/support/keyboard.ts';
import { expect, test } from './support/mount.ts';
import { labels, people } from './support/people.ts';

const caption = '受講している人';
const phone = { width: 390, height: 800 };
const desk = { width: 1280, height: 800 };

/** The label before the text of a cell on a phone; 'none' if there is none. */
function wordBefore(cell: Locator): Promise<string> {
  return cell.evaluate((element) => getComputedStyle(element, '::before').content);
}

function textWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

for (const size of [desk, phone]) {
  test.describe(`a table at ${size.width} px`, () => {
    test.use({ viewport: size });

    test('says its name, its columns and whose row it is', async ({ page, stage }) => {
      await stage.show('TableScene', { people: people(3), labels, caption, ticks: true });
      const table = page.getByRole('table', { name: caption });
      await expect(table.getByRole('row')).toHaveCount(4);
      for (const label of Object.values(labels))
        await expect(table.getByRole('columnheader', { name: label, exact: true })).toHaveCount(1);
      await expect(table.locator('thead th:not([scope=col])')).toHaveCount(0);
      const row = table.getByRole('row').nth(2);
      await expect(row.getByRole('rowheader')).toHaveText('古河 花子2');
      await expect(row.getByRole('rowheader')).toHaveAttribute('scope', 'row');
      await expect(row.getByRole('cell')).toHaveCount(4);
    });

    test('can leave its caption to screen readers', async ({ page, stage }) => {
      await stage.show('TableScene', { people: people(1), labels, caption, hideCaption: true });
      await expect(page.getByRole('table', { name: caption })).toBeVisible();
      const box = (await page.locator('caption').boundingBox())!;
      expect(box.width).toBeLessThanOrEqual(1);
    });

    test('has no fault that axe finds, full and empty', async ({ page, stage }) => {
      await stage.show('TableScene', { people: people(3), labels, caption, ticks: true });
      expect(await axeViolations(page)).toEqual([]);
      await stage.change({ people: [] });
      expect(await axeViolations(page)).toEqual([]);
    });

    test('says in one cell that there is nothing', async ({ page, stage }) => {
      await stage.show('TableScene', { people: [], labels, caption, ticks: true });
      const cell = page.getByRole('table', { name: caption }).getByRole('cell');
      await expect(cell).toHaveText(ui.noRows);
      await expect(cell).toHaveAttribute('colspan', '5');
      await stage.change({ emptyWord: 'まだだれも申し込んでいません' });
      await expect(cell).toHaveText('まだだれも申し込んでいません');
      expect(await wordBefore(cell)).toBe('none');
    });

    test('keeps a name of 200 characters inside the page', async ({ page, stage }) => {
      const [person] = people(1);
      const long = [
        { ...person!, id: 'kanji', name: '龘'.repeat(200) },
        { ...person!, id: 'latin', name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6) },
        { ...person!, id: 'place', place: 'https://example.org/'.padEnd(200, 'a') },
      ];
      await stage.show('TableScene', { people: long, labels, caption, ticks: true });
      expect(await overflowing(page)).toEqual([]);
      await expect(page.getByRole('rowheader').nth(1)).toHaveText(long[1]!.name);
    });

    test('shows 500 rows, and a tick stays with its person when others go', async ({ page, stage }) => {
      const all = people(500);
      const from = Date.now();
      await stage.show('TableScene', { people: all, labels, caption, ticks: true });
      await expect(page.getByRole('rowheader').last()).toHaveText('古河 花子500');
      expect(Date.now() - from).toBeLessThan(5_000);
      await page.getByRole('checkbox', { name: '古河 花子500' }).check();
      await stage.change({ people: all.slice(300).toReversed() });
      await expect(page.getByRole('rowheader')).toHaveCount(200);
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
      await expect(page.getByRole('row').nth(1).getByRole('checkbox')).toBeChecked();
      expect(await textWidth(page)).toBeLessThanOrEqual(size.width);
    });

    test('is ticked with the keyboard, and sends who was ticked', async ({ page, stage }) => {
      await stage.show('TableScene', { people: people(3), labels, caption, ticks: true });
      for (const name of ['古河 花子1', '古河 花子3']) {
        await tabTo(page, page.getByRole('checkbox', { name }));
        await page.keyboard.press('Space');
      }
      await tabTo(page, page.getByRole('button'));
      expect(await stage.sentBy(() => page.keyboard.press('Enter'))).toEqual([
        ['id', 'p1'],
        ['id', 'p3'],
      ]);
    });

    test('has ticks that a finger can hit', async ({ page, stage }) => {
      await stage.show('TableScene', { people: people(1), labels, caption, ticks: true });
      const target = (await page.locator('label.tick').boundingBox())!;
      expect(Math.min(target.width, target.height)).toBeGreaterThanOrEqual(44);
      // the edge of the target, not the box itself
      await page.mouse.click(target.x + 3, target.y + 3);
      await expect(page.getByRole('checkbox')).toBeChecked();
    });
  });
}

test.describe('on a desk', () => {
  test.use({ viewport: desk });

  test('the names of the columns stay in sight in a long table', async ({ page, stage }) => {
    await stage.show('TableScene', { people: people(500), labels, caption });
    await page.getByRole('rowheader').nth(400).scrollIntoViewIfNeeded();
    const head = (await page.getByRole('columnheader', { name: labels.name }).boundingBox())!;
    expect(head.y).toBeGreaterThanOrEqual(-1);
    expect(head.y).toBeLessThan(10);
  });

  test('figures stand on the right under their label', async ({ page, stage }) => {
    await stage.show('TableScene', { people: people(2), labels, caption });
    for (const each of [
      page.getByRole('columnheader', { name: labels.times }),
      page.getByRole('cell', { name: '2回' }),
    ])
      await expect(each).toHaveCSS('text-align', 'end');
  });

  test('with large text a wide table scrolls in its box, not the page', async ({ page, stage }) => {
    await page.setViewportSize({ width: 820, height: 800 });
    const wide = {
      ...labels,
      name: labels.name.repeat(8),
      place: labels.place.repeat(8),
      times: '回数'.repeat(8),
    };
    await stage.show('TableScene', { people: people(2), labels: wide, caption, ticks: true }, 'xlarge');
    const box = page.locator('.scroll');
    const [inner, outer] = await box.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    expect(inner!).toBeGreaterThan(outer!);
    expect(await overflowing(page)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('every value stands beside its label, and actions and ticks without one', async ({ page, stage }) => {
    await stage.show('TableScene', { people: people(2), labels, caption, ticks: true });
    const cells = page.getByRole('row').nth(1).getByRole('cell');
    const words = await Promise.all((await cells.all()).map(wordBefore));
    expect(words).toEqual(['none', `"${labels.place}"`, `"${labels.times}"`, 'none']);
    // the label is left of the value on the same line
    const place = (await cells.nth(1).boundingBox())!;
    const value = await cells.nth(1).evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect().left;
    });
    expect(value).toBeGreaterThan(place.x + 0.3 * place.width);
    await expect(page.getByRole('columnheader', { name: labels.place })).not.toBeInViewport({ ratio: 0.5 });
  });

  test('the name is beside its tick, and the rows are cards below each other', async ({ page, stage }) => {
    await stage.show('TableScene', { people: people(2), labels, caption, ticks: true });
    const row = page.getByRole('row').nth(1);
    const tick = (await row.locator('label.tick').boundingBox())!;
    const name = (await row.getByRole('rowheader').boundingBox())!;
    expect(Math.abs(name.y + name.height / 2 - (tick.y + tick.height / 2))).toBeLessThan(12);
    const place = (await row.getByRole('cell').nth(1).boundingBox())!;
    expect(place.y).toBeGreaterThanOrEqual(tick.y + tick.height);
    const card = (await row.boundingBox())!;
    const next = (await page.getByRole('row').nth(2).boundingBox())!;
    expect(next.y).toBeGreaterThan(card.y + card.height);
  });

  for (const width of [390, 320])
    test(`the largest text fits at ${width} px`, async ({ page, stage }) => {
      await page.setViewportSize({ width, height: 800 });
      const [person] = people(1);
      const long = {
        ...person!,
        id: 'long',
        name: '長い名前の人'.repeat(8),
        place: '茨城県古河市の会議室'.repeat(6),
      };
      await stage.show(
        'TableScene',
        { people: [long, ...people(2)], labels, caption, ticks: true },
        'xlarge',
      );
      expect(await overflowing(page)).toEqual([]);
      const inside = await page
        .locator('.scroll')
        .evaluate((element) => element.scrollWidth <= element.clientWidth);
      expect(inside, 'cards need no sideways scrolling').toBe(true);
    });
});

test('everybody is ticked and unticked with one press, and the choice is sent', async ({ page, stage }) => {
  const one = { undrawable: [], nameConfirmation: 'unconfirmed', completedOn: '2026-11-01', kana: 'こが' };
  const ready = people(3).map(({ id, name }) => ({ ...one, enrolmentId: id, personId: id, name }));
  await stage.show('ReadyForm', { people: ready, href: '/office' });
  const ticked = page.getByRole('checkbox', { checked: true });
  await tabTo(page, page.getByRole('button', { name: certificatesOffice.chooseAll }));
  await page.keyboard.press('Enter');
  await expect(ticked).toHaveCount(3);
  await page.getByRole('checkbox', { name: '花子2' }).press('Space');
  await expect(ticked).toHaveCount(2);
  await page.getByRole('button', { name: certificatesOffice.chooseNone }).click();
  await expect(ticked).toHaveCount(0);
});
