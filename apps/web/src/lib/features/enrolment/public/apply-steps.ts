import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';

/**
 * The pages of the form in order, without the check page (as in the contract; repeated here to keep the schemas out of
 * the browser bundle).
 */
export const applySteps = [
  'who',
  'name',
  'birth',
  'contact',
  'wishes',
] as const satisfies readonly DraftStep[];

/** The short name of each page, for the progress bar and for the back links. */
export const stepLabels = {
  who: enrolment.stepsWho,
  name: enrolment.stepsName,
  birth: enrolment.stepsBirth,
  contact: enrolment.stepsContact,
  wishes: enrolment.stepsWishes,
  check: enrolment.stepsCheck,
} as const satisfies Record<DraftStep | 'check', string>;

/** The path of a page of the form. */
export function stepHref(courseRunId: string, step: DraftStep | 'check' | 'done' | 'stop'): string {
  return `/apply/${courseRunId}/${step}`;
}

/** The back link of a page: the check page if the person came from there, otherwise the previous page. */
export function backOf(courseRunId: string, step: DraftStep | 'check', fromCheck: boolean) {
  if (fromCheck) return { href: stepHref(courseRunId, 'check'), label: enrolment.backCheck };
  const before = step === 'check' ? applySteps.at(-1) : applySteps[applySteps.indexOf(step) - 1];
  if (!before) return { href: `/apply/${courseRunId}`, label: enrolment.backStart };
  return { href: stepHref(courseRunId, before), label: t(enrolment.backTo, { step: stepLabels[before] }) };
}

/** The page on which a draft continues. */
export function nextHref(draft: Pick<DraftView, 'courseRunId' | 'nextStep'>): string {
  return stepHref(draft.courseRunId, draft.nextStep ?? 'check');
}
