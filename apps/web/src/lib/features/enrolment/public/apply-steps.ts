import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { continueHref, type SteppedForm } from '#lib/ui/stepped-form/stepped-form.ts';

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

const labels = {
  who: enrolment.stepsWho,
  name: enrolment.stepsName,
  birth: enrolment.stepsBirth,
  contact: enrolment.stepsContact,
  wishes: enrolment.stepsWishes,
  check: enrolment.stepsCheck,
} as const;

/** The form that applies for a run. */
export function applyForm(courseRunId: string): SteppedForm<DraftStep> {
  const base = `/apply/${courseRunId}`;
  return {
    steps: applySteps,
    labels,
    base,
    back: {
      start: { href: base, label: enrolment.backStart },
      toCheck: enrolment.backCheck,
      toStep: (step) => t(enrolment.backTo, { step }),
    },
  };
}

/** The page on which a draft continues. */
export function nextHref(draft: Pick<DraftView, 'courseRunId' | 'nextStep'>): string {
  return continueHref(applyForm(draft.courseRunId), draft.nextStep);
}
