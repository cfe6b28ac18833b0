import { redirect } from '@sveltejs/kit';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { assessment } from '#lib/i18n/messages/ja/assessment.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom } from '#lib/server/form-helper.ts';
import { loadAttempt } from '../attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Score, and what was right and why. */
export const load: PageServerLoad = async (event) => ({
  title: assessment.resultTitle,
  attempt: await loadAttempt(event, 'submitted'),
});

export const actions: Actions = {
  /** 「もう一度受ける」 */
  default: async (event) => {
    let next: AttemptView;
    try {
      const { enrolmentId, lessonId } = await call(event, learningEndpoints.getAttempt, {
        params: { attemptId: event.params.attemptId ?? '' },
      });
      next = await call(event, learningEndpoints.startAttempt, { params: { enrolmentId, lessonId } });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/my/attempts/${next.attemptId}`);
  },
};
