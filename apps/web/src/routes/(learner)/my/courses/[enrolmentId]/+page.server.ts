import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** One's own course: all its lessons with what is left. */
export const load: PageServerLoad = async (event) => {
  const { enrolmentId } = event.params;
  const { completion, ...page } = await loading(event, () =>
    call(event, pagesEndpoints.getMyCoursePage, { params: { enrolmentId } }),
  );
  return {
    ...page,
    title: page.course.courseTitle,
    now: new Date().toISOString(),
    completion: completion ?? undefined,
  };
};
