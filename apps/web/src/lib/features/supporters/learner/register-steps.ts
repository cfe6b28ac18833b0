import type { SupporterStep } from '@kizuna/shared/contracts/supporters';
import { supporterSteps } from '@kizuna/shared/vocabulary/supporters';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';

const base = '/my/supporter/register';
const order = [...supporterSteps, 'check'] as const;

/** The path of a page of the form. */
export function stepHref(step: SupporterStep | 'check'): string {
  return `${base}/${step}`;
}

/** All pages with their names, for the progress bar. */
export const registerSteps = order.map((step) => ({ label: m.steps[step], href: stepHref(step) }));

/** How many pages come before this one. */
export function placeOf(step: SupporterStep | 'check'): number {
  return order.indexOf(step);
}

/** The back link of a page. */
export function backOf(step: SupporterStep | 'check', fromCheck: boolean): { href: string; label: string } {
  if (fromCheck) return { href: stepHref('check'), label: m.backToCheck };
  const before = order[placeOf(step) - 1];
  return before
    ? { href: stepHref(before), label: m.back }
    : { href: '/my/supporter', label: m.backToSupporter };
}
