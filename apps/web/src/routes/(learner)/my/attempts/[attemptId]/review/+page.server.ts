import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { redirect } from '@sveltejs/kit';
import { assessment } from '#lib/i18n/messages/ja/assessment.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom } from '#lib/server/form-helper.ts';
import { loadAttempt } from '../attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** All answers at once, before they are sent. */
export const load: PageServerLoad = async (event) => ({
  title: assessment.reviewTitle,
  attempt: await loadAttempt(event, 'open'),
});

export const actions: Actions = {
  /** 「答えを送る」; sent twice it is graded once. */
  default: async (event) => {
    try {
      await call(event, learningEndpoints.submitAttempt, {
        params: { attemptId: event.params.attemptId ?? '' },
        body: {},
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/my/attempts/${event.params.attemptId}/result`);
  },
};
