import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const course = await loading(event, () =>
    call(event, coursesEndpoints.getCourse, { params: { slug: event.params.slug } }),
  );
  return { title: course.title, course, now: new Date().toISOString() };
};
