import { expect, type Page } from '@playwright/test';
import { axeViolations, overflowing } from './axe.ts';

/** Checks the current page on a phone, a tablet and a desktop: axe finds nothing, nothing is wider than the window. */
export async function lookAt(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  for (const width of [390, 820, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeViolations(page), `${page.url()} ${width}`).toEqual([]);
    expect(await overflowing(page), `${page.url()} ${width}`).toEqual([]);
  }
  await page.setViewportSize(before);
}
