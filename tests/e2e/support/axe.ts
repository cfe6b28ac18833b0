import axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';

type AxeCore = typeof axe;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * One line for each violation of WCAG 2.0–2.2 A and AA on the page as it stands. The half megabyte of axe is put into
 * a document once, not for each width at which it is looked at: three quarters of a look were spent on that.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await putAxe(frame);
  return page.evaluate(async (values) => {
    const { run } = (globalThis as unknown as { axe: AxeCore }).axe;
    const { passes, violations } = await run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    if (passes.length === 0) return ['axe looked at nothing'];
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, tags);
}

async function putAxe(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => 'axe' in globalThis)) return;
  await frame.evaluate(axe.source);
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
