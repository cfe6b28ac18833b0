import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One line for each violation of WCAG 2.0–2.2 A and AA on the page as it stands. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { passes, violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode() // one frame each: no second page to merge results in
    .analyze();
  if (passes.length === 0) return ['axe looked at nothing'];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** What stands wider than the window: the page would have to be scrolled sideways. Tables may scroll inside their own box. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const wide = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
      .filter((element) => !scrolls(element.parentElement))
      .slice(-4)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ${element.innerText.slice(0, 20)}`,
      );
    return [`${root.scrollWidth} > ${root.clientWidth} px: ${wide.join(', ')}`];
  });
}
