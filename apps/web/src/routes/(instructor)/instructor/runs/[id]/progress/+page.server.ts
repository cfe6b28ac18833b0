import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Learning at home and what is left until completion, for everybody of a run. */
export const load: PageServerLoad = async (event) => {
  const courseRunId = event.params.id;
  const page = await loading(event, () =>
    call(event, pagesInstructorEndpoints.getRunProgressPage, { params: { courseRunId } }),
  );
  return { ...page, title: sessions.progressTitle, courseRunId };
};
