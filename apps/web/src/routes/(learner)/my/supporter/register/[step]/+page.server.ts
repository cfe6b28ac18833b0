import { error, redirect } from '@sveltejs/kit';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import type { SupporterDraft, SupporterStep } from '@kizuna/shared/contracts/supporters';
import { supporterSteps } from '@kizuna/shared/vocabulary/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { stepHref } from '#lib/features/supporters/learner/register-steps.ts';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';
import { draftBodyOf } from '#lib/features/supporters/supporter-answers.server.ts';
import type { Actions, PageServerLoad } from './$types';

function stepOf(word: string): SupporterStep {
  const step = supporterSteps.find((each) => each === word);
  if (!step) error(404, { message: messageOf('platform.not_found') });
  return step;
}

/** One question; whoever may not register (any more) is led to where that is said. */
export const load: PageServerLoad = async (event) => {
  const step = stepOf(event.params.step);
  const [draft, activities, districts] = await loading(event, () =>
    Promise.all([
      call(event, supportersEndpoints.getSupporterDraft),
      step === 'wishes' ? call(event, supportersEndpoints.listSupporterActivities) : { items: [] },
      step === 'places' ? call(event, peopleEndpoints.listDistricts) : { items: [] },
    ]),
  );
  if (!draft.can.register) redirect(303, '/my/supporter');
  return {
    title: t(m.stepTitle, { step: m.steps[step] }),
    step,
    draft,
    activities: activities.items,
    districts: districts.items,
    fromCheck: event.url.searchParams.get('from') === 'check' && draft.nextStep === null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const step = stepOf(event.params.step);
    const form = await event.request.formData();
    let draft: SupporterDraft;
    try {
      draft = await call(event, supportersEndpoints.saveSupporterDraft, {
        body: draftBodyOf(step, form),
      });
    } catch (problem) {
      return failNested(problem, form);
    }
    const next = supporterSteps[supporterSteps.indexOf(step) + 1] ?? 'check';
    const back = form.get('from') === 'check' && draft.nextStep === null;
    redirect(303, stepHref(back ? 'check' : next));
  },
};
