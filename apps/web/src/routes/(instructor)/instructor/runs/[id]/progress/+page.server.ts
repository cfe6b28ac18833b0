import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Learning at home and what is left until completion, for everybody of a run. */
export const load: PageServerLoad = async (event) => {
  const courseRunId = event.params.id;
  const [progress, completions] = await loading(event, () =>
    Promise.all([
      call(event, learningEndpoints.listRunProgress, { params: { courseRunId } }),
      call(event, completionEndpoints.listRunCompletions, { params: { courseRunId } }),
    ]),
  );
  return {
    title: sessions.progressTitle,
    courseRunId: event.params.id,
    progress,
    completions: completions.items,
  };
};
