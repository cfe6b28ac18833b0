import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { error, redirect } from '@sveltejs/kit';
import { applySteps, nextHref, stepHref, stepLabels } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import { answersOf } from '../answers.server.ts';
import { refusedPage, requireDraft } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const step = stepOf(event.params.step);
  const draft = await requireDraft(event);
  if (isAhead(step, draft)) redirect(303, nextHref(draft));
  const districts =
    step === 'contact' ? await loading(event, () => call(event, peopleEndpoints.listDistricts)) : null;
  return {
    title: t(enrolment.stepTitle, { step: stepLabels[step] }),
    step,
    draft,
    districts: districts?.items ?? [],
    fromCheck: event.url.searchParams.get('from') === 'check' && draft.nextStep === null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const step = stepOf(event.params.step);
    const form = await event.request.formData();
    let draft: DraftView;
    try {
      draft = await call(event, enrolmentEndpoints.saveDraftAnswers, { body: answersOf(step, form) });
    } catch (problem) {
      return refusedPage(event, problem, form);
    }
    redirect(303, nextPage(step, draft, form.get('from') === 'check'));
  },
};

/** A page that was asked for ahead of the answers it builds on. */
function isAhead(step: DraftStep, draft: DraftView): boolean {
  return draft.nextStep !== null && applySteps.indexOf(step) > applySteps.indexOf(draft.nextStep);
}

/** The next page, the check when one came from there, or the same page while it still lacks the guardian. */
function nextPage(step: DraftStep, draft: DraftView, fromCheck: boolean): string {
  if (draft.nextStep === step) return stepHref(draft.courseRunId, step);
  const after = applySteps[applySteps.indexOf(step) + 1];
  if (fromCheck || after === undefined) return nextHref(draft);
  return stepHref(draft.courseRunId, after);
}

function stepOf(value: string): DraftStep {
  const step = applySteps.find((each) => each === value);
  if (!step) error(404, { message: messageOf('platform.not_found') });
  return step;
}
