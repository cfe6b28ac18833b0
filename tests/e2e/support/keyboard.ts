import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until the control has the focus, and expects the focus to be visible. */
export async function tabTo(page: Page, control: Locator, most = 60): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) {
      await expectFocusSeen(page);
      return;
    }
  }
  throw new Error(`Tab never reaches ${control.toString()}`);
}

/**
 * The focused control, or the option around it, is in the window and has an outline or shadow of at least two pixels.
 */
async function expectFocusSeen(page: Page): Promise<void> {
  // the page may still be scrolling to the focused element
  const seen = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return 'nothing has the focus';
      const shows = (element: Element) => {
        const style = getComputedStyle(element);
        const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return outlined || style.boxShadow !== 'none';
      };
      const box = focused.getBoundingClientRect();
      if (box.bottom <= 0 || box.top >= innerHeight) return 'the focus is outside the window';
      const around = focused.closest('label');
      return shows(focused) || (around && shows(around))
        ? ''
        : `no visible focus on ${focused.outerHTML.slice(0, 120)}`;
    });
  await expect.poll(seen).toBe('');
}

/** Moves to the field and types. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}
