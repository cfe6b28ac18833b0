import { redirect } from '@sveltejs/kit';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { registerForm } from '#lib/features/supporters/learner/register-steps.ts';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { pageHref } from '#lib/ui/stepped-form/stepped-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** All answers once more; a page that still lacks its answer comes first. */
export const load: PageServerLoad = async (event) => {
  const page = await loading(event, () => call(event, pagesEndpoints.getMySupporterDraftPage));
  const { draft } = page;
  if (!draft.can.register) redirect(303, '/my/supporter');
  if (draft.nextStep) redirect(303, pageHref(registerForm, draft.nextStep));
  return { ...page, title: t(m.stepTitle, { step: m.steps.check }) };
};

export const actions: Actions = {
  default: async (event) => {
    try {
      await call(event, supportersEndpoints.registerSupporter);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/my/supporter/done');
  },
};
