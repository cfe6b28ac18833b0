import type { CompletionList } from '@kizuna/shared/contracts/completion';
import type { RunProgressList } from '@kizuna/shared/contracts/learning';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Learning at home and what is left until completion, for everybody of a run. */
export const load: PageServerLoad = async (event) => {
  const id = encodeURIComponent(event.params.id);
  const [progress, completions] = await loading(event, () =>
    Promise.all([
      api(event).get<RunProgressList>(`/api/progress/course-runs/${id}`),
      api(event).get<CompletionList>(`/api/office/course-runs/${id}/completions`),
    ]),
  );
  return {
    title: sessions.progressTitle,
    courseRunId: event.params.id,
    progress,
    completions: completions.items,
  };
};
