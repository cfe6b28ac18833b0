import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { SupporterAnswers } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { offeredTo } from '#lib/features/supporters/kept-answers.ts';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { stepOf } from '#lib/server/step-page.ts';
import { changeable, ownSupporter } from '#lib/features/supporters/learner/own-supporter.server.ts';
import { changedAnswersOf } from '#lib/features/supporters/supporter-answers.server.ts';
import { saveAnswers } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The pages that may be changed later; the pledge is not among them. */
const steps = SupporterAnswers.keyof().options;

/** One question of the form, with the current answer. */
export const load: PageServerLoad = async (event) => {
  const step = stepOf(steps, event.params.step);
  const { supporter, activities, districts } = await loading(event, () =>
    call(event, pagesEndpoints.getMySupporterAnswersPage),
  );
  const { registration } = changeable(supporter, 'change');
  return {
    title: t(m.changeTitle, { step: m.steps[step] }),
    step,
    registration,
    activities: step === 'wishes' ? offeredTo(activities, registration) : [],
    districts: step === 'places' ? districts : [],
  };
};

export const actions: Actions = {
  default: async (event) => {
    const step = stepOf(steps, event.params.step);
    const form = await event.request.formData();
    return saveAnswers(form, changedAnswersOf(step, form), {
      read: async () => (await ownSupporter(event, 'change')).registration,
      save: (body) => call(event, supportersEndpoints.changeOwnAnswers, { body }),
      back: '/my/supporter',
    });
  },
};
