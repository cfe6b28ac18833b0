import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';

/** The pages of the form in order, without the check (as in the contract; repeated so that no schema reaches a browser). */
export const applySteps = [
  'who',
  'name',
  'birth',
  'contact',
  'wishes',
] as const satisfies readonly DraftStep[];

/** The short name of each page, for the bar of steps and for the links back. */
export const stepLabels = {
  who: enrolment.stepsWho,
  name: enrolment.stepsName,
  birth: enrolment.stepsBirth,
  contact: enrolment.stepsContact,
  wishes: enrolment.stepsWishes,
  check: enrolment.stepsCheck,
} as const satisfies Record<DraftStep | 'check', string>;

/** The address of a page of the form. */
export function stepHref(courseRunId: string, step: DraftStep | 'check' | 'done' | 'stop'): string {
  return `/apply/${courseRunId}/${step}`;
}

/** Where a page leads back to: the check when one came from there, else the page before. */
export function backOf(courseRunId: string, step: DraftStep | 'check', fromCheck: boolean) {
  if (fromCheck) return { href: stepHref(courseRunId, 'check'), label: enrolment.backCheck };
  const before = step === 'check' ? applySteps.at(-1) : applySteps[applySteps.indexOf(step) - 1];
  if (!before) return { href: `/apply/${courseRunId}`, label: enrolment.backStart };
  return { href: stepHref(courseRunId, before), label: t(enrolment.backTo, { step: stepLabels[before] }) };
}

/** Where the form goes on for what is typed so far. */
export function nextHref(draft: Pick<DraftView, 'courseRunId' | 'nextStep'>): string {
  return stepHref(draft.courseRunId, draft.nextStep ?? 'check');
}
