import { redirect } from '@sveltejs/kit';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { nextHref } from '#lib/features/enrolment/public/apply-steps.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { refusedPage, requireDraft } from '../apply-draft.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { draft, run, districts } = await requireDraft(event);
  if (draft.nextStep !== null) redirect(303, nextHref(draft));
  return {
    title: t(enrolment.stepTitle, { step: enrolment.stepsCheck }),
    draft,
    districts,
    waiting: run.window === 'waiting_list',
    now: new Date().toISOString(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = { consent: form.has('consent') };
    try {
      await call(event, enrolmentEndpoints.submitDraft, { body });
    } catch (problem) {
      return refusedPage(event, problem, form);
    }
    redirect(303, `/apply/${event.params.courseRunId}/done`);
  },
};
