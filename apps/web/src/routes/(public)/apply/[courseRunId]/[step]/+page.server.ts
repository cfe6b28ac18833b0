import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { redirect } from '@sveltejs/kit';
import { applyForm, applySteps, nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { cameFromCheck, stepOf } from '#lib/server/step-page.ts';
import { hrefAfter } from '#lib/ui/stepped-form/stepped-form.ts';
import { answersOf } from '../answers.server.ts';
import { refusedPage, requireDraft } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const step = stepOf(applySteps, event.params.step);
  const { draft, districts } = await requireDraft(event);
  if (isAhead(step, draft)) redirect(303, nextHref(draft));
  return {
    title: t(enrolment.stepTitle, { step: applyForm(draft.courseRunId).labels[step] }),
    step,
    draft,
    districts: step === 'contact' ? districts : [],
    fromCheck: cameFromCheck(event.url, draft),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const step = stepOf(applySteps, event.params.step);
    const form = await event.request.formData();
    let draft: DraftView;
    try {
      draft = await call(event, enrolmentEndpoints.saveDraftAnswers, { body: answersOf(step, form) });
    } catch (problem) {
      return refusedPage(event, problem, form);
    }
    redirect(
      303,
      hrefAfter(applyForm(draft.courseRunId), step, draft.nextStep, form.get('from') === 'check'),
    );
  },
};

/** A page that was asked for ahead of the answers it builds on. */
function isAhead(step: DraftStep, draft: DraftView): boolean {
  return draft.nextStep !== null && applySteps.indexOf(step) > applySteps.indexOf(draft.nextStep);
}
