import type { SupporterStep } from '@kizuna/shared/contracts/supporters';
import { supporterSteps } from '@kizuna/shared/vocabulary/supporters';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import type { SteppedForm } from '#lib/ui/stepped-form/stepped-form.ts';

/** The form that registers a supporter. */
export const registerForm: SteppedForm<SupporterStep> = {
  steps: supporterSteps,
  labels: m.steps,
  base: '/my/supporter/register',
  back: {
    start: { href: '/my/supporter', label: m.backToSupporter },
    toCheck: m.backToCheck,
    toStep: () => m.back,
  },
};
