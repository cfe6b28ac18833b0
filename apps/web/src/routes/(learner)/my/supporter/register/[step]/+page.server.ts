import { redirect } from '@sveltejs/kit';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import type { SupporterDraft } from '@kizuna/shared/contracts/supporters';
import { supporterSteps } from '@kizuna/shared/vocabulary/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { registerForm } from '#lib/features/supporters/learner/register-steps.ts';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';
import { cameFromCheck, stepOf } from '#lib/server/step-page.ts';
import { hrefAfter } from '#lib/ui/stepped-form/stepped-form.ts';
import { draftBodyOf } from '#lib/features/supporters/supporter-answers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One question. People who may not register (any more) are redirected to the page that explains why. */
export const load: PageServerLoad = async (event) => {
  const step = stepOf(supporterSteps, event.params.step);
  const { draft, activities, districts } = await loading(event, () =>
    call(event, pagesEndpoints.getMySupporterDraftPage),
  );
  if (!draft.can.register) redirect(303, '/my/supporter');
  return {
    title: t(m.stepTitle, { step: m.steps[step] }),
    step,
    draft,
    activities: step === 'wishes' ? activities : [],
    districts: step === 'places' ? districts : [],
    fromCheck: cameFromCheck(event.url, draft),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const step = stepOf(supporterSteps, event.params.step);
    const form = await event.request.formData();
    let draft: SupporterDraft;
    try {
      draft = await call(event, supportersEndpoints.saveSupporterDraft, {
        body: draftBodyOf(step, form),
      });
    } catch (problem) {
      return failNested(problem, form);
    }
    redirect(303, hrefAfter(registerForm, step, draft.nextStep, form.get('from') === 'check'));
  },
};
