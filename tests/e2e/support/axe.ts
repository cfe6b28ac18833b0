import axe from 'axe-core';
import type { Frame, Page } from '@playwright/test';

type AxeCore = typeof axe;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * One line per violation of WCAG 2.0–2.2 A and AA on the current page. The half megabyte of axe is injected once per
 * document, not once per width: injecting it took three quarters of the time.
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

/**
 * Elements wider than the window, which would make the page scroll sideways. Tables may scroll inside their own box.
 */
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
