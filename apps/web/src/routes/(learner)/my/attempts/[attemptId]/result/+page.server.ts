import { redirect } from '@sveltejs/kit';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import { assessment } from '#lib/i18n/messages/ja/assessment.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom } from '#lib/server/form-helper.ts';
import { attemptPath, loadAttempt } from '../attempt.server.ts';
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
      const { enrolmentId, lessonId } = await api(event).get<AttemptView>(attemptPath(event.params));
      const path = `/api/me/enrolments/${enrolmentId}/lessons/${lessonId}/attempts`;
      next = await api(event).post<AttemptView>(path);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/my/attempts/${next.attemptId}`);
  },
};
